import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idOfNumber, numberOf } from './number.ts'

const ids = fc.integer({ min: 1, max: 2 ** 40 })

test('every case is found by its number, however it is spaced', () => {
  fc.assert(
    fc.property(ids, (id) => {
      const number = numberOf(id)
      expect(idOfNumber(number)).toBe(id)
      expect(idOfNumber(` ${number.slice(0, 4)}-${number.slice(4)} `)).toBe(id)
    }),
  )
})

test('one misread digit never leads to another case', () => {
  fc.assert(
    fc.property(ids, fc.nat(), fc.integer({ min: 1, max: 9 }), (id, at, by) => {
      const digits = [...numberOf(id)]
      const place = at % digits.length
      digits[place] = String((Number(digits[place]) + by) % 10)
      expect(idOfNumber(digits.join(''))).toBeNull()
    }),
  )
})

test('full-width digits are read, words are not', () => {
  expect(idOfNumber(`００００００００４２${numberOf(42).at(-1)}`)).toBeNull()
  expect(idOfNumber(numberOf(42).replace(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d))))).toBe(42)
  expect(idOfNumber('路灯坏了')).toBeNull()
})
