import { Type } from 'typebox'

/** What somebody may be in a unit; a person can hold several. */
export const roles = [
  'agent',
  'dispatcher',
  'handler',
  'communityWorker',
  'supervisor',
  'reviewer',
  'leader',
  'confidential',
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
] as const
export type Role = (typeof roles)[number]

export const Name = Type.Object({
  zh: Type.String({ minLength: 1, maxLength: 100 }),
  en: Type.Optional(Type.String({ maxLength: 100 })),
})
export const CalendarDate = Type.String({ format: 'date', description: "A calendar date, 'YYYY-MM-DD'" })
export const Instant = Type.String({ format: 'date-time' })
