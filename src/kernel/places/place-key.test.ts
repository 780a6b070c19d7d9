import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeIndex } from './place-index.ts'
import { placeKey, possibleKeys } from './place-key.ts'

test.each([
  ['幸福小区 3号楼', '幸福小区3号楼'],
  ['幸福小区三号楼', '幸福小区3号楼'],
  ['幸福小区3栋', '幸福小区3号楼'],
  ['幸福小区３＃楼', '幸福小区3号楼'],
  ['幸福小区3#', '幸福小区3号楼'],
  ['幸福小区十二幢', '幸福小区12号楼'],
  ['幸福小区二十号楼', '幸福小区20号楼'],
  ['幸福小区二十三栋', '幸福小区23号楼'],
  ['八一路', '八一路'],
  ['三里河社区', '三里河社区'],
  ['Model Estate', 'modelestate'],
])('%s is compared as %s', (name, key) => {
  expect(placeKey(name)).toBe(key)
})

test('every name that a text holds within one sentence is among its possible names', () => {
  const signs = fc
    .array(fc.constantFrom(...'幸福小区三3号楼栋的灯 #'), { minLength: 1, maxLength: 12 })
    .map((list) => list.join(''))
  fc.assert(
    fc.property(signs, signs, signs, (before, name, after) => {
      const key = placeKey(name)
      fc.pre(key.length >= 2 && placeKey(before + name + after).includes(key))
      expect(possibleKeys(before + name + after)).toContain(key)
    }),
  )
})

test('names that meet only across a full stop are no names, and a long text costs no more than its beginning', () => {
  expect(possibleKeys('很向阳。社区')).not.toContain('向阳社区')
  expect(possibleKeys('灯'.repeat(100_000)).length).toBeLessThan(30)
  expect(
    possibleKeys(Array.from({ length: 2000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('')).length,
  ).toBeLessThan(12_000)
})

test('a building is compared under every name of its estate, and found by words of all it lies in', () => {
  const estate = { kind: 'estate', name: { zh: '幸福小区' }, aliases: ['老纺织厂宿舍'] } as const
  const community = { kind: 'community', name: { zh: '向阳社区' }, aliases: [] } as const
  const { keys, tokens } = placeIndex({ kind: 'building', name: { zh: '3栋' }, aliases: [] }, [estate, community])
  expect(keys).toEqual(['幸福小区3号楼', '老纺织厂宿舍3号楼'])
  expect(tokens).toEqual(expect.arrayContaining(['3', '号楼', '幸福', '纺织', '向阳']))
  expect(placeIndex({ kind: 'building', name: { zh: '幸福小区4号楼' }, aliases: [] }, [estate]).keys[0]).toBe(
    '幸福小区4号楼',
  )
})
