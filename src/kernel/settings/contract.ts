import { type TSchema, Type } from 'typebox'
import { route } from '#platform/contract'

const Key = Type.String({ minLength: 1, maxLength: 100, pattern: '^[A-Za-z0-9.]+$' })
const PlainDate = Type.String({
  format: 'date',
  pattern: '^(2[01]\\d\\d|2200)-',
  description: "'YYYY-MM-DD', 2000–2200",
})
const OrNull = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()])
const MaybeText = Type.Union([Type.String(), Type.Null()])
const tags = ['rules']

export const Rule = Type.Object({
  id: Type.Integer(),
  key: Type.String(),
  title: OrNull(Type.Object({ zh: Type.String(), en: Type.Optional(Type.String()) })),
  value: Type.Unknown({ description: 'An amount is {amount: 7} with its unit beside it' }),
  unit: MaybeText,
  starts: MaybeText,
  ruleId: MaybeText,
  source: MaybeText,
  level: Type.Enum(['national', 'province', 'city', 'district', 'product']),
  checked: Type.Enum(['F', 'X', 'M', '?'], { description: 'full text, excerpt, not verified, unsure' }),
  mayChange: Type.Enum(['any', 'lower', 'higher', 'none'], { description: 'how a district’s own value may differ' }),
  choices: OrNull(Type.Array(Type.Unknown())),
  own: Type.Boolean({ description: 'set by the district itself' }),
  effective: Type.Object(
    { from: MaybeText, until: MaybeText },
    { description: 'first day, and the day after the last' },
  ),
})

export const listRules = route({
  method: 'GET',
  path: '/api/v1/rules',
  guard: 'staff',
  summary: 'The rules and limits that stand on a date, the law behind each named',
  tags,
  query: Type.Object({
    prefix: Type.Optional(Type.String({ maxLength: 100, description: 'how their keys begin' })),
    on: Type.Optional(PlainDate),
  }),
  response: Type.Object({ on: PlainDate, rules: Type.Array(Rule) }),
})

export const readRuleHistory = route({
  method: 'GET',
  path: '/api/v1/rules/:key/history',
  guard: 'staff',
  summary: 'Every value that a rule had, has or is to have, oldest first',
  tags,
  params: Type.Object({ key: Key }),
  response: Type.Object({ values: Type.Array(Rule) }),
})

/** The system administrator's. */
export const changeRule = route({
  method: 'POST',
  path: '/api/v1/rules',
  guard: 'staff',
  summary: 'Set the district’s own value of a rule from a date on; clocks that run keep their limit',
  tags,
  creates: true,
  body: Type.Object(
    {
      key: Key,
      value: Type.Unknown(),
      unit: Type.Optional(Type.String({ maxLength: 20 })),
      from: PlainDate,
      source: Type.String({ maxLength: 500, description: 'the document or decision behind it' }),
    },
    { additionalProperties: false },
  ),
  response: Rule,
  example: { key: 'hotline.limit.ruling', value: { amount: 2 }, from: '2026-12-01', source: '区政务办会议纪要' },
})
