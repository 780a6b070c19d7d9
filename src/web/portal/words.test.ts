import { expect, test } from 'vitest'
import { en } from './words/en.ts'
import { zh } from './words/zh.ts'
import { say } from './words.ts'

/** Every sentence by its path; a sentence with a gap is filled with a digit. */
function sentences(words: object, path = ''): Map<string, string> {
  const found = Object.entries(words).map(([name, value]) => {
    if (typeof value === 'string') return new Map([[`${path}${name}`, value]])
    if (typeof value === 'function') return new Map([[`${path}${name}`, String(value('1', '1', '1'))]])
    return sentences(value as object, `${path}${name}.`)
  })
  return new Map(found.flatMap((map) => [...map]))
}

test('English says everything that Chinese says, list by list', () => {
  expect([...sentences(en).keys()].sort()).toEqual([...sentences(zh).keys()].sort())
})

test('no English sentence holds Chinese, but for the language’s own name and what to search for', () => {
  const mixed = [...sentences(en)].filter(([, sentence]) => /\p{Script=Han}/u.test(sentence)).map(([path]) => path)
  expect(mixed).toEqual(['layout.otherLanguage', 'published.searchHint'])
})

test('only figures may be empty', () => {
  const empty = [...sentences(zh), ...sentences(en)].filter(([, sentence]) => sentence === '').map(([path]) => path)
  expect(empty).toEqual(['home.pieces'])
})

test('a name without English is said in Chinese', () => {
  expect(say({ zh: '向阳社区' }, 'en')).toBe('向阳社区')
  expect(say({ zh: '向阳社区', en: 'Xiangyang' }, 'en')).toBe('Xiangyang')
})
