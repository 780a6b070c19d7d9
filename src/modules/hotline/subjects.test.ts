import { expect, test } from 'vitest'
import { readTree, subjectTree } from './subjects.ts'

const byCode = new Map(subjectTree.map((node) => [node.code, node]))

test('the tree has three levels of 12, 72 and 288 nodes, every one under its parent', () => {
  const counts = [2, 4, 6].map((length) => subjectTree.filter(({ code }) => code.length === length).length)
  expect(counts).toEqual([12, 72, 288])
  for (const { code, parent } of subjectTree) {
    if (code.length === 2) expect(parent).toBeNull()
    else expect(byCode.has(parent!), code).toBe(true)
  }
})

test('no code and no name under one parent stands twice', () => {
  expect(byCode.size).toBe(subjectTree.length)
  const names = subjectTree.flatMap(({ parent, name }) => [`${parent} ${name.zh}`, `${parent} ${name.en}`])
  expect(new Set(names).size).toBe(names.length)
})

test('only leaves have words, each of two characters or more', () => {
  for (const { code, words } of subjectTree) {
    expect(words.length > 0, code).toBe(code.length === 6)
    for (const word of words) expect(word.length, `${code} ${word}`).toBeGreaterThan(1)
  }
})

test('a line that is no node is named', () => {
  expect(() => readTree('01 住房 | Housing\n1x 坏行 | Bad')).toThrow('no subject: 1x 坏行 | Bad')
  expect(readTree('010101 物业收费 | Fees | 物业费 收费')).toEqual([
    { code: '010101', parent: '0101', name: { zh: '物业收费', en: 'Fees' }, words: ['物业收费', '物业费', '收费'] },
  ])
})
