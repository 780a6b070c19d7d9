import { Type } from 'typebox'

export const Name = Type.Object({
  zh: Type.String({ minLength: 1, maxLength: 100 }),
  en: Type.Optional(Type.String({ maxLength: 100 })),
})
export const CalendarDate = Type.String({ format: 'date', description: "A calendar date, 'YYYY-MM-DD'" })
export const Instant = Type.String({ format: 'date-time' })
