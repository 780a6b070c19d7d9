import { Type } from 'typebox'
import { route } from '#platform/contract'
import { Instant } from './contract-words.ts'

export const Session = Type.Object({
  id: Type.String(),
  method: Type.Union([Type.Enum(['password', 'passwordCode', 'passkey', 'sso']), Type.Null()]),
  startedAt: Instant,
  seenAt: Instant,
  address: Type.Union([Type.String(), Type.Null()]),
  agent: Type.Union([Type.String(), Type.Null()]),
  current: Type.Boolean(),
})

const tags = ['log-in']

/** For the log-in page, before anybody is known. */
export const listWaysToLogIn = route({
  method: 'GET',
  path: '/api/v1/ways-to-log-in',
  guard: 'public',
  summary: 'How the staff can log in here; a single sign-on begins at /api/auth/sso?next=…',
  tags,
  response: Type.Object({ password: Type.Boolean(), passkey: Type.Boolean(), singleSignOn: Type.Boolean() }),
})

export const listSessions = route({
  method: 'GET',
  path: '/api/v1/sessions',
  guard: 'staff',
  summary: 'Where I am logged in',
  tags,
  response: Type.Object({ sessions: Type.Array(Session) }),
})

export const endSessionRoute = route({
  method: 'DELETE',
  path: '/api/v1/sessions/:id',
  guard: 'staff',
  summary: 'End one of my log-ins',
  tags,
  params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
  response: Type.Object({ ended: Type.Integer() }),
})

export const endOtherSessions = route({
  method: 'DELETE',
  path: '/api/v1/sessions',
  guard: 'staff',
  summary: 'End all my log-ins but this one',
  tags,
  response: Type.Object({ ended: Type.Integer() }),
})
