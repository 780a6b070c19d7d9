import { Type } from 'typebox'
import { route } from '#platform/contract'
import { roles } from './actor.ts'
import { CalendarDate, Name } from './contract-words.ts'

export * from './contract-audit.ts'
export * from './contract-residents.ts'
export * from './contract-sessions.ts'
export * from './contract-staff.ts'
export * from './contract-words.ts'

export const Unit = Type.Object({
  id: Type.Integer(),
  kind: Type.Enum(['district', 'centre', 'department', 'street', 'community']),
  parent: Type.Union([Type.Integer(), Type.Null()]),
  name: Name,
  code: Type.Union([Type.String(), Type.Null()]),
  phone: Type.Union([Type.String(), Type.Null()]),
})

export const Me = Type.Object({
  id: Type.Integer(),
  name: Name,
  language: Type.Enum(['zh', 'en']),
  district: Type.Object({ id: Type.Integer(), name: Name, hotline: Type.String() }),
  today: CalendarDate,
  posts: Type.Array(Type.Object({ unit: Type.Integer(), unitName: Name, role: Type.Enum(roles) })),
  passwordDue: Type.Boolean({ description: 'no post counts before the password is changed' }),
  secondFactorDue: Type.Boolean({ description: 'a post sleeps until a second factor is given' }),
})

const tags = ['identity']

/** Who is logged in, under which posts. */
export const showMe = route({
  method: 'GET',
  path: '/api/v1/me',
  guard: 'staff',
  summary: 'Who I am and which posts I hold today',
  tags,
  response: Me,
})

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
