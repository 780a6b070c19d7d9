import { Type } from 'typebox'
import { route } from '#platform/contract'
import { CalendarDate, Name } from './contract-words.ts'

export const UnitKind = Type.Enum(['district', 'centre', 'department', 'street', 'community'])
const OptionalText = Type.Optional(Type.String({ maxLength: 30 }))

export const Unit = Type.Object({
  id: Type.Integer(),
  kind: UnitKind,
  parent: Type.Union([Type.Integer(), Type.Null()]),
  name: Name,
  code: Type.Union([Type.String(), Type.Null()]),
  phone: Type.Union([Type.String(), Type.Null()]),
})

const NewUnit = Type.Object({ name: Name, code: OptionalText, phone: OptionalText })
const Ids = Type.Array(Type.Integer(), { maxItems: 500 })

export const Reorganisation = Type.Union([
  Type.Object({ kind: Type.Literal('move'), unit: Type.Integer(), under: Type.Integer(), on: CalendarDate }),
  Type.Object({
    kind: Type.Literal('merge'),
    units: Ids,
    into: Type.Union([Type.Integer(), NewUnit]),
    on: CalendarDate,
  }),
  Type.Object({
    kind: Type.Literal('split'),
    unit: Type.Integer(),
    into: Type.Array(
      Type.Object({
        name: Name,
        code: OptionalText,
        phone: OptionalText,
        children: Type.Optional(Ids),
        staff: Type.Optional(Ids),
      }),
      { maxItems: 50 },
    ),
    on: CalendarDate,
  }),
])

const tags = ['units']

/** The district's organisation on a date, or the units whose name or code holds the words. */
export const listUnits = route({
  method: 'GET',
  path: '/api/v1/units',
  guard: 'staff',
  summary: 'The units of the district on a date: parents before children',
  tags,
  query: Type.Object({
    on: Type.Optional(CalendarDate),
    search: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
    parent: Type.Optional(Type.Integer()),
  }),
  response: Type.Object({ on: CalendarDate, units: Type.Array(Unit) }),
})

/** The system administrator's. */
export const foundUnitRoute = route({
  method: 'POST',
  path: '/api/v1/units',
  guard: 'staff',
  summary: 'Found a unit on a date',
  tags,
  creates: true,
  body: Type.Object({
    kind: Type.Enum(['centre', 'department', 'street', 'community']),
    parent: Type.Integer(),
    name: Name,
    code: OptionalText,
    phone: OptionalText,
    from: CalendarDate,
  }),
  response: Unit,
  example: { kind: 'community', parent: 5, name: { zh: '新苑社区' }, from: '2026-10-01' },
})

/** The system administrator's. */
export const renameUnitRoute = route({
  method: 'POST',
  path: '/api/v1/units/:id/names',
  guard: 'staff',
  summary: 'Give a unit another name, code or telephone from a date on',
  tags,
  creates: true,
  params: Type.Object({ id: Type.Integer() }),
  body: Type.Object({ name: Type.Optional(Name), code: OptionalText, phone: OptionalText, from: CalendarDate }),
  response: Unit,
  example: { name: { zh: '新苑社区' }, from: '2026-10-01' },
})

/** The system administrator's. */
export const previewReorganisationRoute = route({
  method: 'POST',
  path: '/api/v1/reorganisations/previews',
  guard: 'staff',
  summary: 'What moving, merging or splitting units would do; nothing is changed',
  tags,
  body: Reorganisation,
  response: Type.Object({
    closes: Type.Array(Unit),
    founds: Type.Array(Type.Object({ name: Name, kind: UnitKind })),
    moves: Type.Array(Unit, { description: 'units that go under another one' }),
    posts: Type.Integer({ description: 'posts that go with them' }),
    openCases: Type.Integer({ description: 'open cases that would follow today' }),
  }),
})

/** The system administrator's. */
export const reorganiseRoute = route({
  method: 'POST',
  path: '/api/v1/reorganisations',
  guard: 'staff',
  summary: 'Move, merge or split units from a date on; open cases follow on the day',
  tags,
  creates: true,
  body: Reorganisation,
  response: Type.Object({
    id: Type.Integer(),
    unit: Type.Integer(),
    founded: Type.Array(Type.Integer()),
    cases: Type.Integer({ description: 'open cases that have followed already' }),
  }),
  example: { kind: 'merge', units: [9, 10], into: { name: { zh: '江苑社区' } }, on: '2026-10-01' },
})
