import { expect, test } from 'vitest'
import type { TimelineEntry } from '#kernel-contract/cases'
import { findLastWord } from './find-last-word.ts'

const street = { id: 3, name: { zh: '向阳街道' }, kind: 'street' }
const entry = (seq: number, verb: string, change: Partial<TimelineEntry> = {}): TimelineEntry => ({
  seq,
  verb,
  label: { zh: verb },
  at: '2026-09-18T02:00:00.000Z',
  actor: { zh: '承办人' },
  unit: street,
  texts: [],
  details: [],
  files: [],
  ...change,
})
const request = entry(1, 'open', { texts: [{ kind: 'request', body: '路灯不亮' }] })
const sentBack = entry(2, 'sendBack', { texts: [{ kind: 'reason', body: '不在本辖区' }] })
const reminder = entry(3, 'remind', { unit: null })

test('a case that was sent back says why, whatever the house has reminded of since', () => {
  expect(findLastWord({ phase: 'open', timeline: [request, sentBack, reminder] })).toEqual({
    entry: sentBack,
    words: '不在本辖区',
  })
})

test('the request is not its own last word', () => {
  expect(findLastWord({ phase: 'open', timeline: [request] })).toBeNull()
})

test('a reason that has been acted upon is history', () => {
  expect(findLastWord({ phase: 'open', timeline: [request, sentBack, entry(4, 'dispatch')] })).toBeNull()
})

test('a closed case waits for nobody', () => {
  expect(findLastWord({ phase: 'closed', timeline: [request, sentBack] })).toBeNull()
})
