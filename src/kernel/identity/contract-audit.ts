import { Type } from 'typebox'
import { route } from '#platform/contract'
import { Instant } from './contract-words.ts'

const MaybeInteger = Type.Union([Type.Integer(), Type.Null()])

export const AuditEvent = Type.Object({
  id: Type.Integer(),
  subject: Type.String(),
  subjectId: Type.Integer(),
  seq: Type.Integer(),
  verb: Type.String(),
  actorKind: Type.String(),
  actorId: MaybeInteger,
  unit: MaybeInteger,
  role: Type.Union([Type.String(), Type.Null()]),
  at: Instant,
  data: Type.Record(Type.String(), Type.Unknown()),
})

/** The audit administrator's. */
export const readAuditLog = route({
  method: 'GET',
  path: '/api/v1/audit-log',
  guard: 'staff',
  summary: 'Who did what when: the newest first',
  tags: ['audit'],
  query: Type.Object({
    subject: Type.Optional(Type.String({ maxLength: 50 })),
    subjectId: Type.Optional(Type.Integer()),
    verb: Type.Optional(Type.String({ maxLength: 50 })),
    actor: Type.Optional(Type.Integer({ description: 'a member of staff' })),
    from: Type.Optional(Instant),
    to: Type.Optional(Instant),
    before: Type.Optional(Type.Integer({ description: 'the last id of the page before' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  response: Type.Object({ events: Type.Array(AuditEvent) }),
})
