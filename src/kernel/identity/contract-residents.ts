import { Type } from 'typebox'
import { route } from '#platform/contract'
import { Instant } from './contract-words.ts'

const tags = ['portal']
const Phone = Type.String({ minLength: 5, maxLength: 30 })
const Code = Type.String({ minLength: 4, maxLength: 30 })

/** Residents need no account. */
export const sendPhoneCode = route({
  method: 'POST',
  path: '/api/v1/portal/phone-codes',
  guard: 'public',
  summary: 'Send a one-time code to a phone, as a message or read out in a call',
  tags,
  body: Type.Object({ phone: Phone, by: Type.Optional(Type.Enum(['sms', 'voice'])) }),
  response: Type.Object({ minutes: Type.Integer(), digits: Type.Integer() }),
  example: { phone: '13800000000', by: 'sms' },
})

/** The session is a cookie that scripts cannot read. */
export const openResidentSession = route({
  method: 'POST',
  path: '/api/v1/portal/sessions',
  guard: 'public',
  summary: 'Log in by the code that a phone was sent, or open one case by its receipt',
  tags,
  body: Type.Union([
    Type.Object({ phone: Phone, code: Code }),
    Type.Object({ number: Type.String({ minLength: 1, maxLength: 30 }), code: Code }),
  ]),
  response: Type.Object({ until: Instant }),
  example: { phone: '13800000000', code: '123456' },
})

export const endResidentSession = route({
  method: 'DELETE',
  path: '/api/v1/portal/sessions',
  guard: 'public',
  summary: 'Log out of the portal',
  tags,
  response: Type.Object({}),
})
