import { Type } from 'typebox'
import { route } from '#platform/contract'
import { CalendarDate, Name, roles } from './contract-words.ts'

export * from './contract-audit.ts'
export * from './contract-residents.ts'
export * from './contract-sessions.ts'
export * from './contract-staff.ts'
export * from './contract-units.ts'
export * from './contract-words.ts'

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
