import { expect, test } from 'vitest'
import { flat, isFound, pathOf, subjectTree } from './subject-tree.ts'

const tree = subjectTree([
  { code: '1', parent: null, name: { zh: '城市管理' } },
  { code: '11', parent: '1', name: { zh: '市政设施' } },
  { code: '111', parent: '11', name: { zh: '路灯' } },
  { code: '9', parent: '8', name: { zh: '没有上级的' } },
])

test('three levels stand below each other, each knowing its whole path', () => {
  expect(tree[0]?.children[0]?.children[0]).toMatchObject({ value: '111', path: '城市管理 › 市政设施 › 路灯' })
  expect(pathOf(tree, '111')).toBe('城市管理 › 市政设施 › 路灯')
})

test('a subject whose parent was retired is still reachable', () => {
  expect(tree.map(({ value }) => value)).toEqual(['1', '9'])
})

test('words of the path find a subject, in any order', () => {
  const found = flat(tree).filter(({ path }) => isFound(path, '路灯 城市'))
  expect(found.map(({ value }) => value)).toEqual(['111'])
})

test('an unknown code is shown as it is', () => {
  expect(pathOf(tree, '777')).toBe('777')
})
