import { expect, test } from 'vitest'
import { languageIn } from './language.ts'

test('the cookie says the language wherever it stands', () => {
  expect(languageIn('a=1; lianxin_language=en; b=2')).toBe('en')
  expect(languageIn('lianxin_language=zh')).toBe('zh')
})

test('another cookie or another language says nothing', () => {
  expect(languageIn('')).toBeNull()
  expect(languageIn('not_lianxin_language=en')).toBeNull()
  expect(languageIn('lianxin_language=fr')).toBeNull()
})
