import { expect, test } from 'vitest'
import { aside, labelled, listed } from './punctuation.ts'

test('each language has its own signs, and none is mixed in', () => {
  expect([labelled('地点', '东门', 'zh'), labelled('Place', 'East Gate', 'en')]).toEqual([
    '地点：东门',
    'Place: East Gate',
  ])
  expect([aside('待核实', 'zh'), aside('unverified', 'en')]).toEqual(['（待核实）', ' (unverified)'])
  expect([listed(['甲', '乙'], 'zh'), listed(['A', 'B'], 'en')]).toEqual(['甲、乙', 'A, B'])
})
