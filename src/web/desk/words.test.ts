import { expect, test } from 'vitest'
import type { PageWords } from '#kit'

const modules = import.meta.glob<Record<string, unknown>>('./*/*words.ts', { eager: true })
const isWords = (exported: unknown): exported is PageWords<string> => Object.hasOwn(Object(exported), 'namespace')
const pages = Object.values(modules).flatMap((exported) => Object.values(exported).filter(isWords))
const sentences = pages.flatMap(({ namespace, zh, en }) =>
  Object.keys(zh).map((key) => ({ key: `${namespace}.${key}`, zh: zh[key] ?? '', en: en[key] ?? '' })),
)
const values = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
const han = /\p{Script=Han}/u

test('the words of every page are found', () => {
  expect(pages.length).toBeGreaterThan(9)
  expect(new Set(pages.map(({ namespace }) => namespace)).size).toBe(pages.length)
})

test('every sentence stands in both languages with the same values', () => {
  const uneven = sentences.filter(({ zh, en }) => !zh || !en || String(values(zh)) !== String(values(en)))
  expect(uneven).toEqual([])
})

// The button that changes the language is named in the other one, so that its reader knows it.
const otherLanguage = /\.language$/

test('no sentence mixes the languages', () => {
  const own = sentences.filter(({ key }) => !otherLanguage.test(key))
  const mixed = own.filter(
    ({ zh, en }) => han.test(en) || /[，。；：（）、]/.test(en) || /[a-z]{4,}/.test(zh.replace(/\{\{\w+\}\}/g, '')),
  )
  expect(mixed).toEqual([])
})

test('no button says only 确定 or 提交', () => {
  expect(sentences.filter(({ zh }) => /^(?:确定|提交|OK)$/.test(zh))).toEqual([])
})
