import fc from 'fast-check'
import { expect, test } from 'vitest'
import { communityIn } from './import-community.ts'
import { importRefusals } from './import-refusals.ts'
import { readRow } from './import-row.ts'
import { localTime, wallTime } from './import-time.ts'
import { subjectTree } from './subjects.ts'

const used = new Set(subjectTree.map(({ code }) => code))
const read = (row: unknown) => readRow(typeof row === 'string' ? row : JSON.stringify(row), '2026-09-18 10:00:00', used)
const whole = {
  id: '188006',
  user: 'A0001',
  time: '2019-02-28 11:25:05',
  subject: '门口路灯不亮',
  detail: '已经一周。',
  likes: 3,
  dislikes: 0,
}

test('a message keeps its number, time and words, and is given kind and subject', () => {
  expect(read(whole)).toEqual({
    id: '188006',
    time: '2019-02-28 11:25:05',
    title: '门口路灯不亮',
    body: '已经一周。',
    kind: 'help',
    subject: '020201',
    fields: { user: 'A0001', likes: 3, dislikes: 0 },
  })
})

test('without a detail the subject is the text; a long subject is cut for the title and stays whole in the text', () => {
  expect(read({ ...whole, detail: null })).toMatchObject({ title: '门口路灯不亮', body: '门口路灯不亮' })
  const long = '很'.repeat(200)
  expect(read({ ...whole, subject: long })).toMatchObject({ title: `${'很'.repeat(79)}…`, body: `${long}\n已经一周。` })
})

test.each([
  ['{"id": "1", "time', null, 'not-json'],
  ['[1]', null, 'not-object'],
  ['null', null, 'not-object'],
  [{ ...whole, id: undefined }, null, 'no-id'],
  [{ ...whole, id: 1.5 }, null, 'no-id'],
  [{ ...whole, id: 'x'.repeat(65) }, null, 'no-id'],
  [{ ...whole, id: '1\0' }, null, 'no-id'],
  [{ ...whole, time: undefined }, '188006', 'no-time'],
  [{ ...whole, time: '2019-02-30 10:00:00' }, '188006', 'bad-time'],
  [{ ...whole, time: 1551323105 }, '188006', 'bad-time'],
  [{ ...whole, time: '2026-09-18 10:00:01' }, '188006', 'time-ahead'],
  [{ ...whole, subject: ' ', detail: '' }, '188006', 'no-words'],
  [{ ...whole, detail: '好\0' }, '188006', 'bad-signs'],
  [{ ...whole, detail: '好\ud800' }, '188006', 'bad-signs'],
  [{ ...whole, detail: '好'.repeat(20_000) }, '188006', 'too-long'],
] as const)('%j is refused by its reason', (row, id, reason) => {
  expect(read(row)).toEqual({ id, refused: reason })
})

test('whatever a line holds, it is a row or one of the reasons, and what the register could not hold is no row', () => {
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue())
  const row = fc.record({
    id: value,
    time: fc.oneof(value, fc.constant(whole.time)),
    subject: value,
    detail: value,
    user: value,
  })
  fc.assert(
    fc.property(
      fc.oneof(
        row.map((given) => JSON.stringify(given)),
        fc.string({ unit: 'binary' }),
      ),
      (line) => {
        const answer = read(line)
        if ('refused' in answer) expect(Object.keys(importRefusals)).toContain(answer.refused)
        else expect(JSON.stringify(answer)).not.toMatch(/\\u0000|\\ud[89a-f]/i)
      },
    ),
  )
})

test('a time is read as people write it, and only where the calendar has it', () => {
  expect(localTime('2019-02-28 11:25:05')).toBe('2019-02-28 11:25:05')
  expect(localTime(' 2019/2/8T1:25 ')).toBe('2019-02-08 01:25:00')
  expect(localTime('2020-02-29 00:00:00')).toBe('2020-02-29 00:00:00')
  for (const wrong of [
    '2019-02-29 00:00:00',
    '2019-13-01 00:00:00',
    '2019-01-01 24:00:00',
    '2019-01-01 10:60:00',
    '0019-01-01 10:00:00',
    '2019-01-01',
    'gestern',
    '',
  ])
    expect(localTime(wrong), wrong).toBeNull()
  expect(wallTime(new Date('2026-09-17T18:30:05Z'), 'Asia/Shanghai')).toBe('2026-09-18 02:30:05')
})

test('a community is known by its whole name, the longest one where one name holds another', () => {
  const named = (id: number, zh: string) => ({ id, name: { zh } })
  const communities = [named(1, '向阳社区'), named(2, '东向阳社区')]
  expect(communityIn('住在东向阳社区门口', communities)).toBe(2)
  expect(communityIn('住在向阳社区门口', communities)).toBe(1)
  expect(communityIn('向阳而生', communities)).toBeNull()
})
