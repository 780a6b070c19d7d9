import { expect, test } from 'vitest'
import { formModel } from '#kit'
import { canAsk } from './field-control.tsx'

const asks = (properties: object, required: string[] = []) => formModel({ properties, required }).every(canAsk)
const person = { person: { type: 'integer', 'x-widget': 'person' } }

test('a verb that needs a choice from the register is for the desk', () => {
  expect(asks(person, ['person'])).toBe(false)
  expect(asks({ subject: { type: 'string', 'x-widget': 'subject' } }, ['subject'])).toBe(false)
})

test('a question that may stay open does not keep the verb from the phone', () => expect(asks(person)).toBe(true))

test('words, choices, photos, units, dates and numbers can be asked on the stairs', () => {
  const properties = {
    text: { type: 'string', 'x-widget': 'text' },
    outcome: { enum: ['solved'], 'x-widget': 'choice' },
    reached: { type: 'boolean' },
    files: { type: 'array', 'x-widget': 'files' },
    unit: { type: 'integer', 'x-widget': 'unit' },
    amount: { type: 'integer' },
    on: { type: 'string', 'x-widget': 'date' },
  }
  expect(asks(properties, Object.keys(properties))).toBe(true)
})
