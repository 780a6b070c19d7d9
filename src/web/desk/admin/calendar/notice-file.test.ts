import { expect, test } from 'vitest'
import { noticeFile } from './notice-file.ts'

test('lines that were typed or pasted get their heading', () => {
  expect(noticeFile(' 2027-01-01,rest,元旦\n')).toBe('date,kind,name\n2027-01-01,rest,元旦')
})

test('a file that has its heading, or is JSON, stays as it is', () => {
  expect(noticeFile('date,kind,name\n2027-01-01,rest,元旦')).toBe('date,kind,name\n2027-01-01,rest,元旦')
  expect(noticeFile('{"days":[]}')).toBe('{"days":[]}')
})
