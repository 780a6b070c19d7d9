import { type Static, Type } from 'typebox'
import { route } from '#platform/contract'

const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
const Instant = Type.String({ format: 'date-time' })
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

/** A name as data carries it: Chinese always, English where known. */
export const Words = Type.Object({ zh: Type.String(), en: Type.Optional(Type.String()) })
export type Words = Static<typeof Words>

export const UnitRef = Type.Object({ id: Id, name: Words, kind: Type.String() })
export type UnitRef = Static<typeof UnitRef>

/** The person who asks, as the reader may see them: masked unless opened for a purpose. */
export const RequesterView = Type.Object({
  id: Id,
  kind: Type.Enum(['person', 'organisation']),
  name: Type.String({ description: 'masked, e.g. 张*生' }),
  formOfAddress: nullable(Type.String()),
  phone: nullable(Type.String({ description: 'masked, e.g. 138****1234' })),
  flags: Type.Array(Type.String()),
  dialect: nullable(Type.String()),
  deaf: Type.Boolean(),
  wheelchair: Type.Boolean(),
})
export type RequesterView = Static<typeof RequesterView>

export const ClockView = Type.Object({
  id: Id,
  name: Type.String(),
  label: Words,
  unit: UnitRef,
  state: Type.Enum(['running', 'paused', 'met', 'missed', 'cancelled']),
  startedAt: Instant,
  dueAt: Instant,
  stoppedAt: nullable(Instant),
  overdue: Type.Boolean(),
  provisional: Type.Boolean(),
  ruleId: Type.String(),
  limit: Type.String({ description: 'amount and unit in words, in the reader’s language' }),
  derivation: Type.Array(Type.String(), {
    description: 'why this deadline, sentence by sentence, in the reader’s language',
  }),
  remaining: Type.String({ description: '还有 2 个工作日 / 2 working days left' }),
})
export type ClockView = Static<typeof ClockView>

export const TimelineEntry = Type.Object({
  seq: Type.Integer(),
  verb: Type.String(),
  label: Words,
  at: Instant,
  actor: Words,
  unit: nullable(UnitRef),
  texts: Type.Array(Type.Object({ kind: Type.String(), body: Type.String() })),
  details: Type.Array(Type.Object({ label: Words, value: Words })),
  files: Type.Array(Id),
})
export type TimelineEntry = Static<typeof TimelineEntry>

/** A verb that this reader may do now: its button, its route and the schema of what it needs. */
export const VerbView = Type.Object({
  verb: Type.String(),
  resource: Type.String({ description: 'POST /api/v1/cases/:id/<resource> with If-Match' }),
  label: Words,
  hint: Type.Optional(Words),
  key: Type.Optional(Type.String({ description: 'one letter for the keyboard' })),
  tone: Type.Enum(['main', 'plain', 'mend', 'danger']),
  needs: Type.Unknown({
    description: 'JSON Schema of the body; x-widget names the control: unit, text, files, choice, date',
  }),
  units: Type.Array(UnitRef, { description: 'units that may be chosen where the verb asks for one, likeliest first' }),
})
export type VerbView = Static<typeof VerbView>

export const CaseView = Type.Object({
  id: Id,
  number: Type.String(),
  version: Type.Integer(),
  type: Type.String(),
  typeLabel: Words,
  state: Type.String(),
  stateLabel: Words,
  phase: Type.Enum(['open', 'waiting', 'closed']),
  kind: Type.String(),
  kindLabel: Words,
  subject: nullable(Type.Object({ code: Type.String(), path: Type.Array(Words) })),
  urgency: Type.Integer({ minimum: 0, maximum: 2 }),
  channel: Type.String(),
  channelLabel: Words,
  title: Type.String(),
  text: Type.String(),
  place: nullable(Type.Object({ id: nullable(Id), text: Type.String(), checked: Type.Boolean() })),
  community: nullable(UnitRef),
  intake: UnitRef,
  lead: nullable(UnitRef),
  parties: Type.Array(
    Type.Object({ unit: UnitRef, role: Type.String(), label: Words, since: Instant, until: nullable(Instant) }),
  ),
  requester: nullable(RequesterView),
  onBehalfOf: nullable(Type.String()),
  receivedAt: Instant,
  dueAt: nullable(Instant),
  closedAt: nullable(Instant),
  outcome: nullable(Type.String()),
  satisfaction: nullable(Type.Integer()),
  solved: nullable(Type.Boolean()),
  sealed: Type.Boolean(),
  history: Type.Boolean(),
  clocks: Type.Array(ClockView),
  timeline: Type.Array(TimelineEntry),
  verbs: Type.Array(VerbView),
  absent: Type.Array(Type.Object({ label: Words, why: Words }), {
    description: 'verbs one would expect, with the reason they are not offered',
  }),
  files: Type.Array(Type.Object({ id: Id, name: Type.String(), kind: Type.String(), bytes: Type.Integer() })),
  looks: Type.Array(Type.Object({ who: Words, at: Instant, what: Type.String(), purpose: nullable(Type.String()) })),
  publication: nullable(
    Type.Object({
      title: Type.String(),
      request: Type.String(),
      reply: Type.String(),
      proposedBy: Words,
      releasedAt: nullable(Instant),
    }),
  ),
})
export type CaseView = Static<typeof CaseView>

/** One line of a work list. */
export const TaskRow = Type.Object({
  id: Id,
  kind: Type.String(),
  label: Words,
  caseId: Id,
  number: Type.String(),
  version: Type.Integer(),
  title: Type.String(),
  caseKind: Type.String(),
  caseKindLabel: Words,
  stateLabel: Words,
  urgency: Type.Integer(),
  community: nullable(UnitRef),
  placeText: nullable(Type.String()),
  unit: UnitRef,
  assigneeId: nullable(Id),
  receivedAt: Instant,
  dueAt: nullable(Instant),
  overdue: Type.Boolean(),
  remaining: nullable(Type.String()),
  phase: Type.Integer(),
})
export type TaskRow = Static<typeof TaskRow>

export const CaseRow = Type.Object({
  id: Id,
  number: Type.String(),
  title: Type.String(),
  kind: Type.String(),
  kindLabel: Words,
  stateLabel: Words,
  phase: Type.Integer(),
  receivedAt: Instant,
  dueAt: nullable(Instant),
  community: nullable(UnitRef),
  lead: nullable(UnitRef),
})
export type CaseRow = Static<typeof CaseRow>

export const Subject = Type.Object({ code: Type.String(), parent: nullable(Type.String()), name: Words })
export type Subject = Static<typeof Subject>

/** What a verb answers: the case's new version and state; the page reads the rest again. */
export const Written = Type.Object({
  id: Id,
  number: Type.String(),
  version: Type.Integer(),
  state: Type.String(),
  receipt: Type.Optional(Type.String({ description: 'the receipt code for the requester, shown once' })),
})
export type Written = Static<typeof Written>

export const CaseParams = Type.Object({ id: Id })

export const readCase = route({
  method: 'GET',
  path: '/api/v1/cases/:id',
  guard: 'staff',
  tags: ['cases'],
  summary: 'One case with its clocks, timeline and the verbs its reader may do now',
  description: 'The look is recorded. A sealed case answers only with a purpose.',
  params: CaseParams,
  query: Type.Object({ purpose: Type.Optional(Type.String({ minLength: 2, maxLength: 200 })) }),
  response: CaseView,
})

export const listTasks = route({
  method: 'GET',
  path: '/api/v1/tasks',
  guard: 'staff',
  tags: ['cases'],
  summary: 'A work list, earliest deadline first, walked by key',
  query: Type.Object({
    queue: Type.Optional(
      Type.Enum(['mine', 'units', 'above'], {
        default: 'units',
        description: 'mine: assigned to me; units: of the units I hold posts in; above: of every unit below mine',
      }),
    ),
    taskKind: Type.Optional(Type.String()),
    caseKind: Type.Optional(Type.String()),
    subject: Type.Optional(Type.String()),
    urgency: Type.Optional(Type.Integer({ minimum: 0, maximum: 2 })),
    unit: Type.Optional(Id),
    due: Type.Optional(Type.Enum(['overdue', 'today', 'week'])),
    waiting: Type.Optional(Type.Boolean({ default: false, description: 'also what waits for others' })),
    after: Type.Optional(Type.String({ description: 'the `next` of the page before' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 30 })),
  }),
  response: Type.Object({ rows: Type.Array(TaskRow), next: nullable(Type.String()) }),
})

export const countTasks = route({
  method: 'GET',
  path: '/api/v1/tasks/counts',
  guard: 'staff',
  tags: ['cases'],
  summary: 'How many open tasks of each kind stand in the reader’s units, counted up to 1,000',
  response: Type.Array(
    Type.Object({ kind: Type.String(), label: Words, open: Type.Integer(), overdue: Type.Integer() }),
  ),
})

export const findCases = route({
  method: 'GET',
  path: '/api/v1/cases',
  guard: 'staff',
  tags: ['cases'],
  summary: 'Find cases by number, words, place, phone or requester, newest first',
  query: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 200 })),
    requester: Type.Optional(Id),
    place: Type.Optional(Id),
    before: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
  }),
  response: Type.Object({ rows: Type.Array(CaseRow), next: nullable(Id) }),
})

export const listSubjects = route({
  method: 'GET',
  path: '/api/v1/subjects',
  guard: 'public',
  tags: ['cases'],
  summary: 'The three-level tree of subjects',
  response: Type.Array(Subject),
})
