import { expect, test } from 'vitest'
import { readFollowing } from './following.ts'

test('number and code are looked up as typed by hand: spaces, full width, small letters', () => {
  expect(readFollowing({ number: ' ００００00 0279 ', receipt: 'k7m2 px9d' }, 'zh')).toMatchObject({
    page: 'look',
    number: '0000000279',
    receipt: 'K7M2PX9D',
  })
})

test('each missing field is named, the other is kept', () => {
  const page = readFollowing({ number: '', receipt: 'K7' }, 'en')
  expect(page).toMatchObject({ page: 'follow', values: { receipt: 'K7' } })
  expect(page.page === 'follow' && page.problems).toEqual([{ field: 'number', sentence: 'Please enter the number.' }])
})

test('a refused look-up shows the form again with its sentence and both values', () => {
  const following = readFollowing({ number: '1', receipt: 'K7' }, 'zh')
  expect(following.page === 'look' && following.again('没有找到。')).toEqual({
    page: 'follow',
    values: { number: '1', receipt: 'K7', phone: '', by: 'sms' },
    problems: [{ field: null, sentence: '没有找到。' }],
  })
})
