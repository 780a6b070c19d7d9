import { Type } from 'typebox'
import { type CaseType, defineCaseType } from '#kernel/cases'
import { kindLabels } from './contract.ts'
import { answeringVerbs } from './verbs-answering.ts'
import { handlingVerbs } from './verbs-handling.ts'
import { intakeVerbs } from './verbs-intake.ts'
import { mendingVerbs } from './verbs-mending.ts'
import { publicationVerbs } from './verbs-publication.ts'
import { centre, theHouse } from './who.ts'

/**
 * A request to the hotline, on its way 区 → 街道 → 社区 and back: received → dispatched → handling → replied →
 * followed up → closed, with sending back, extension, co-handling and redoing on the way.
 * @rule H3 the closed loop @rule H16 what a case carries
 */
export const requestType: CaseType = defineCaseType({
  name: 'request',
  version: 1,
  label: { zh: '诉求工单', en: 'Request' },
  kinds: kindLabels,
  fields: Type.Object({}),
  states: {
    received: { label: { zh: '待派单', en: 'Waiting for dispatch' }, phase: 'open' },
    dispatched: { label: { zh: '待签收', en: 'Waiting for acknowledgement' }, phase: 'open' },
    handling: { label: { zh: '办理中', en: 'Being handled' }, phase: 'open' },
    sentBack: { label: { zh: '退单待审', en: 'Sent back, waiting for a ruling' }, phase: 'open' },
    replied: { label: { zh: '已答复，待回访', en: 'Replied, waiting for follow-up' }, phase: 'waiting' },
    followedUp: { label: { zh: '已回访，待办结', en: 'Followed up, waiting for closure' }, phase: 'waiting' },
    closed: { label: { zh: '已办结', en: 'Closed' }, phase: 'closed' },
    answered: { label: { zh: '当场答复', en: 'Answered on the spot' }, phase: 'closed' },
    handedOver: { label: { zh: '已紧急转接', en: 'Handed over to the emergency service' }, phase: 'closed' },
    redirected: { label: { zh: '已告知法定途径', en: 'Told the lawful channel' }, phase: 'closed' },
    declined: { label: { zh: '不予受理', en: 'Declined' }, phase: 'closed' },
    withdrawn: { label: { zh: '诉求人撤回', en: 'Withdrawn by the requester' }, phase: 'closed' },
  },
  tasks: {
    dispatch: { zh: '派单', en: 'Dispatch' },
    handle: { zh: '办理', en: 'Handle' },
    coHandle: { zh: '协办', en: 'Co-handle' },
    decideExtension: { zh: '审批延期', en: 'Decide on an extension' },
    followUp: { zh: '回访', en: 'Follow up' },
    close: { zh: '办结', en: 'Close' },
    release: { zh: '发布复核', en: 'Review for publication' },
    supervise: { zh: '督办', en: 'Supervise' },
  },
  clocks: {
    dispatch: {
      label: { zh: '派单时限', en: 'Dispatch limit' },
      rule: () => 'hotline.limit.dispatch',
      task: 'dispatch',
    },
    acknowledge: {
      label: { zh: '签收时限', en: 'Acknowledgement limit' },
      rule: ({ urgency }) => (urgency > 0 ? 'hotline.limit.acknowledge.urgent' : 'hotline.limit.acknowledge'),
      task: 'handle',
      whenMissed: 'deemAcknowledged',
    },
    contact: {
      label: { zh: '先行联系时限', en: 'First contact limit' },
      rule: ({ urgency }) => (urgency > 0 ? 'hotline.limit.contact.urgent' : 'hotline.limit.contact'),
      task: 'handle',
    },
    handle: {
      label: { zh: '办理时限', en: 'Handling limit' },
      rule: ({ profile, urgency }) =>
        `hotline.limit.handle.${profile}.${profile === 'C' && urgency > 1 ? 'life' : 'ordinary'}`,
      task: 'handle',
      promised: true,
    },
    coHandle: {
      label: { zh: '协办时限', en: 'Co-handling limit' },
      rule: () => 'hotline.limit.handle.coHandle',
      task: 'coHandle',
    },
    followUp: {
      label: { zh: '回访时限', en: 'Follow-up limit' },
      rule: () => 'hotline.followUp.within',
      task: 'followUp',
    },
  },
  opening: {
    state: 'received',
    starts: ['dispatch'],
    task: 'dispatch',
    who: [centre, theHouse],
    label: { zh: '受理', en: 'Take down a request' },
  },
  verbs: { ...intakeVerbs, ...handlingVerbs, ...answeringVerbs, ...mendingVerbs, ...publicationVerbs },
  // Accusations are never published, nor what is sealed. @rule C15
  publishes: (row) => !row.sealed && row.kind !== 'report',
  keeps: 'retention.case',
})
