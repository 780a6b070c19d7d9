import type { Grant } from '#kernel/identity'

// Sentences of permission, each used by several verbs.
export const centre: Grant = { roles: ['agent', 'dispatcher'], at: 'intake' }
export const dispatchers: Grant = { roles: ['dispatcher', 'supervisor'], at: 'intake' }
export const unitInCharge: Grant = { roles: ['dispatcher', 'handler', 'communityWorker'], at: 'lead' }
export const passersOn: Grant = { roles: ['dispatcher', 'handler'], at: 'lead' }
export const holders: Grant = { roles: ['dispatcher', 'handler'], at: 'holder' }
export const coHandlers: Grant = { roles: ['dispatcher', 'handler', 'communityWorker'], at: 'coHandler' }
export const above: Grant = { roles: ['supervisor', 'leader'], at: 'above' }
export const everyParty: Grant = {
  roles: ['agent', 'dispatcher', 'handler', 'communityWorker', 'supervisor', 'reviewer'],
  at: 'anyParty',
}
export const reviewers: Grant = { roles: ['reviewer'], at: 'intake' }
export const requester: Grant = { roles: ['resident'], at: 'district' }
export const theHouse: Grant = { roles: ['system'], at: 'district' }
