import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText } from './clean-text.ts'

test('whatever is typed becomes text that the database keeps, and plain text stays as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const clean = cleanText({ text: typed, list: [typed] })
      expect(clean.text.isWellFormed()).toBe(true)
      expect(clean.text).not.toContain('\u0000')
      expect(clean.list[0]).toBe(clean.text)
    }),
  )
  expect(cleanText('第一行\n第二行\t路灯𠮷')).toBe('第一行\n第二行\t路灯𠮷')
})
