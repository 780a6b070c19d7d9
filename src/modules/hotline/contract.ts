import { type Static, Type } from 'typebox'
import { Words, Written } from '#kernel-contract/cases'
import { route } from '#platform/contract'

const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })

/** 求助 咨询 投诉 举报 建议 表扬 */
export const requestKinds = ['help', 'enquiry', 'complaint', 'report', 'suggestion', 'praise'] as const
export const RequestKind = Type.Enum(requestKinds)
export const kindLabels: Record<(typeof requestKinds)[number], Words> = {
  help: { zh: '求助', en: 'Help' },
  enquiry: { zh: '咨询', en: 'Enquiry' },
  complaint: { zh: '投诉', en: 'Complaint' },
  report: { zh: '举报', en: 'Report' },
  suggestion: { zh: '建议', en: 'Suggestion' },
  praise: { zh: '表扬', en: 'Praise' },
}

export const channels = ['phone', 'web', 'oneKey', 'counter', 'visit', 'letter', 'city', 'import'] as const
export const channelLabels: Record<(typeof channels)[number], Words> = {
  phone: { zh: '热线电话', en: 'Phone' },
  web: { zh: '网上', en: 'Internet' },
  oneKey: { zh: '一键呼叫', en: 'One-key caller' },
  counter: { zh: '窗口', en: 'Counter' },
  visit: { zh: '走访', en: 'Home visit' },
  letter: { zh: '来信', en: 'Letter' },
  city: { zh: '市平台转办', en: 'From the city' },
  import: { zh: '历史导入', en: 'Imported' },
}

/** Someone not yet in the register. */
export const NewRequester = Type.Object({
  name: Type.Optional(Type.String({ maxLength: 60 })),
  phone: Type.Optional(Type.String({ maxLength: 30 })),
  formOfAddress: Type.Optional(Type.String({ maxLength: 20 })),
  uscc: Type.Optional(Type.String({ maxLength: 18, description: 'for an organisation' })),
})

export const PlaceInput = Type.Object({
  id: Type.Optional(Id),
  text: Type.String({ maxLength: 200, description: 'as said; a place without id stands as 地址待核实' }),
})

/** What an agent takes down. Only the text is required; everything else is guessed and can be corrected. */
export const Intake = Type.Object({
  kind: RequestKind,
  subject: Type.Optional(Type.String({ maxLength: 40 })),
  urgency: Type.Optional(Type.Integer({ minimum: 0, maximum: 2, default: 0 })),
  channel: Type.Enum(channels),
  title: Type.Optional(Type.String({ maxLength: 80 })),
  text: Type.String({ minLength: 2, maxLength: 5000 }),
  place: Type.Optional(PlaceInput),
  requesterId: Type.Optional(Id),
  requester: Type.Optional(NewRequester),
  onBehalfOf: Type.Optional(Type.String({ maxLength: 60 })),
  answerBy: Type.Optional(Type.Enum(['phone', 'sms', 'none'])),
  hidden: Type.Optional(Type.Boolean({ description: 'the requester asks that handling units do not learn who asks' })),
  files: Type.Optional(Type.Array(Id, { maxItems: 9 })),
})
export type Intake = Static<typeof Intake>

export const openRequest = route({
  method: 'POST',
  path: '/api/v1/requests',
  guard: 'staff',
  tags: ['hotline'],
  summary: 'Take down a request as a new case',
  creates: true,
  body: Intake,
  response: Written,
  example: {
    kind: 'help',
    channel: 'phone',
    text: '3号楼楼道灯坏了三天，老人上下楼不安全。',
    place: { text: '向阳花园3号楼' },
  },
})

/** Suggestions made while the agent types: everything is guessed, one key confirms. */
export const guessIntake = route({
  method: 'POST',
  path: '/api/v1/requests/guesses',
  guard: 'staff',
  tags: ['hotline'],
  summary: 'Guess title, kind, subject, place and community from the words so far',
  body: Type.Object({ text: Type.String({ maxLength: 5000 }) }),
  response: Type.Object({
    title: Type.String(),
    kind: Type.Union([RequestKind, Type.Null()]),
    subject: Type.Union([Type.String(), Type.Null()]),
    place: Type.Union([Type.Object({ id: Id, name: Words, unit: Type.Union([Id, Type.Null()]) }), Type.Null()]),
    urgency: Type.Integer(),
  }),
})

// ── What residents use: no account, server-rendered pages call the same functions ──

export const PublicRequest = Type.Object({
  kind: Type.Optional(RequestKind),
  subject: Type.Optional(Type.String({ maxLength: 40 })),
  text: Type.String({ minLength: 4, maxLength: 5000 }),
  place: Type.Optional(Type.String({ maxLength: 200 })),
  name: Type.Optional(Type.String({ maxLength: 60 })),
  phone: Type.Optional(Type.String({ maxLength: 30 })),
  onBehalfOf: Type.Optional(Type.String({ maxLength: 60 })),
  hidden: Type.Optional(Type.Boolean()),
  files: Type.Optional(Type.Array(Id, { maxItems: 9 })),
})
export type PublicRequest = Static<typeof PublicRequest>

export const filePublicRequest = route({
  method: 'POST',
  path: '/api/v1/public/requests',
  guard: 'public',
  tags: ['portal'],
  summary: 'File a request without an account; the answer carries the receipt code once',
  creates: true,
  body: PublicRequest,
  response: Written,
})

/** How a requester sees their own case: steps in plain words, no names of staff. */
export const PublicCaseView = Type.Object({
  number: Type.String(),
  title: Type.String(),
  text: Type.String(),
  stateLabel: Words,
  receivedAt: Type.String(),
  dueAt: Type.Union([Type.String(), Type.Null()]),
  deadline: Type.Array(Type.String(), { description: 'why this deadline, in the reader’s language' }),
  remaining: Type.Union([Type.String(), Type.Null()]),
  lead: Type.Union([Words, Type.Null()]),
  steps: Type.Array(
    Type.Object({
      at: Type.String(),
      label: Words,
      unit: Type.Union([Words, Type.Null()]),
      text: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
  reply: Type.Union([Type.String(), Type.Null()]),
  files: Type.Array(
    Type.Object({
      id: Type.Integer(),
      name: Type.String(),
      kind: Type.String(),
      first: Type.Boolean({ description: 'it came with the request itself' }),
    }),
    { description: 'what the requester sent in or was meant to get' },
  ),
  mayRate: Type.Boolean(),
  rated: Type.Boolean(),
  version: Type.Integer(),
})
export type PublicCaseView = Static<typeof PublicCaseView>

const ByReceipt = Type.Object({ number: Type.String({ maxLength: 20 }) })
const ReceiptHeader = Type.Object({ receipt: Type.String({ minLength: 4, maxLength: 20 }) })

export const followRequest = route({
  method: 'POST',
  path: '/api/v1/public/requests/:number/views',
  guard: 'public',
  tags: ['portal'],
  summary: 'Follow a request by number and receipt code',
  params: ByReceipt,
  body: ReceiptHeader,
  response: PublicCaseView,
})

/** One of a resident's own requests, in a list. */
export const OwnRequest = Type.Object({
  id: Id,
  number: Type.String(),
  title: Type.String(),
  stateLabel: Words,
  receivedAt: Type.String(),
  mayRate: Type.Boolean(),
})
export type OwnRequest = Static<typeof OwnRequest>

export const listOwnRequests = route({
  method: 'GET',
  path: '/api/v1/portal/requests',
  guard: 'resident',
  tags: ['portal'],
  summary: 'The requests of everybody on a proved phone, newest first',
  query: Type.Object({
    before: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
  }),
  response: Type.Object({ rows: Type.Array(OwnRequest), next: Type.Union([Id, Type.Null()]) }),
})

export const Rating = Type.Object({
  solved: Type.Boolean(),
  satisfaction: Type.Integer({ minimum: 1, maximum: 5, description: '5 非常满意 … 1 非常不满意' }),
  comment: Type.Optional(Type.String({ maxLength: 500 })),
})
export type Rating = Static<typeof Rating>

export const rateRequest = route({
  method: 'POST',
  path: '/api/v1/public/requests/:number/ratings',
  guard: 'public',
  tags: ['portal'],
  summary: 'Rate how the request was handled, once',
  creates: true,
  params: ByReceipt,
  body: Type.Object({ receipt: Type.String({ minLength: 4, maxLength: 20 }), ...Rating.properties }),
  response: PublicCaseView,
})

export const Publication = Type.Object({
  id: Id,
  number: Type.String(),
  kind: Type.String(),
  kindLabel: Words,
  community: Type.Union([Words, Type.Null()]),
  title: Type.String(),
  request: Type.String(),
  reply: Type.String(),
  receivedOn: Type.String(),
  repliedOn: Type.String(),
  withinLimit: Type.Union([Type.Boolean(), Type.Null()]),
  satisfaction: Type.Union([Type.Integer(), Type.Null()]),
})
export type Publication = Static<typeof Publication>

export const listPublications = route({
  method: 'GET',
  path: '/api/v1/public/publications',
  guard: 'public',
  tags: ['portal'],
  summary: 'Answered requests, redacted, newest first',
  query: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 100 })),
    before: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
  }),
  response: Type.Object({ rows: Type.Array(Publication), next: Type.Union([Id, Type.Null()]) }),
})

export const PublicFigures = Type.Object({
  month: Type.String({ description: 'YYYY-MM' }),
  received: Type.Integer(),
  closed: Type.Integer(),
  closedInLimit: Type.Integer(),
  satisfied: Type.Integer(),
  rated: Type.Integer(),
  byKind: Type.Array(Type.Object({ kind: Type.String(), label: Words, count: Type.Integer() })),
})
export type PublicFigures = Static<typeof PublicFigures>

/** @rule H14 monthly volumes are published */
export const publicFigures = route({
  method: 'GET',
  path: '/api/v1/public/figures',
  guard: 'public',
  tags: ['portal'],
  summary: 'This month’s volumes',
  query: Type.Object({ month: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}$' })) }),
  response: PublicFigures,
})
