import { Type } from 'typebox'
import { route } from '#platform/contract'
import { CalendarDate, Name, roles } from './contract-words.ts'

const Role = Type.Enum(roles)
const MaybeDate = Type.Union([CalendarDate, Type.Null()])

export const StaffPost = Type.Object({
  id: Type.Integer(),
  unit: Type.Integer(),
  unitName: Name,
  role: Role,
  from: MaybeDate,
  until: { ...MaybeDate, description: 'the first day without it' },
})

export const Staff = Type.Object({
  id: Type.Integer(),
  version: Type.Integer(),
  name: Name,
  phone: Type.Union([Type.String(), Type.Null()]),
  hasAccount: Type.Boolean(),
  employedFrom: MaybeDate,
  employedUntil: MaybeDate,
  posts: Type.Array(StaffPost),
})

const tags = ['staff']
const params = Type.Object({ id: Type.Integer() })
const From = Type.Optional(CalendarDate)
const Password = Type.String({ minLength: 1, maxLength: 128 })

export const listStaffRoute = route({
  method: 'GET',
  path: '/api/v1/staff',
  guard: 'staff',
  summary: 'Who works for the district today, with posts',
  tags,
  query: Type.Object({
    search: Type.Optional(Type.String({ maxLength: 50 })),
    after: Type.Optional(Type.Integer({ description: 'the last id of the page before' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  }),
  response: Type.Object({ staff: Type.Array(Staff) }),
})

export const showStaff = route({
  method: 'GET',
  path: '/api/v1/staff/:id',
  guard: 'staff',
  summary: 'One member of staff',
  tags,
  params,
  response: Staff,
})

/** The system administrator's. */
export const createStaffRoute = route({
  method: 'POST',
  path: '/api/v1/staff',
  guard: 'staff',
  summary: 'Enter a member of staff, with an account and its first password',
  tags,
  creates: true,
  body: Type.Object({
    name: Name,
    phone: Type.Optional(Type.String({ maxLength: 30 })),
    userName: Type.String({ maxLength: 30 }),
    password: Password,
    from: From,
  }),
  response: Staff,
  example: { name: { zh: '林小满' }, userName: 'lin.xiaoman', password: 'Three-Kinds-9' },
})

/** The system administrator's. */
export const endStaffRoute = route({
  method: 'POST',
  path: '/api/v1/staff/:id/end',
  guard: 'staff',
  summary: 'End somebody’s employment from a date on',
  tags,
  params,
  changes: true,
  body: Type.Object({ from: From }),
  response: Staff,
})

/** The system administrator's. */
export const resetLogInRoute = route({
  method: 'POST',
  path: '/api/v1/staff/:id/log-in-resets',
  guard: 'staff',
  summary: 'Give a new first password, unlock, and forget the second factor',
  tags,
  params,
  changes: true,
  body: Type.Object({ password: Password }),
  response: Staff,
})

/** The security administrator's. */
export const grantPostRoute = route({
  method: 'POST',
  path: '/api/v1/staff/:id/posts',
  guard: 'staff',
  summary: 'Give a role in a unit',
  tags,
  params,
  creates: true,
  body: Type.Object({ unit: Type.Integer(), role: Role, from: From }),
  response: Staff,
  example: { unit: 7, role: 'communityWorker' },
})

/** The security administrator's. */
export const endPostRoute = route({
  method: 'POST',
  path: '/api/v1/staff/:id/posts/:post/end',
  guard: 'staff',
  summary: 'End a post from a date on',
  tags,
  params: Type.Object({ id: Type.Integer(), post: Type.Integer() }),
  changes: true,
  body: Type.Object({ from: From }),
  response: Staff,
})
