import { expect, test } from 'vitest'
import { readCode, readPhone } from './following-phone.ts'

test('a phone is taken as typed, full width too, for a text message unless a call is asked for', () => {
  expect(readPhone({ phone: ' １３８ 0000 0001 ' }, 'zh')).toMatchObject({
    page: 'send',
    phone: '138 0000 0001',
    by: 'sms',
  })
  expect(readPhone({ phone: '021-55550101', by: 'voice' }, 'zh')).toMatchObject({ page: 'send', by: 'voice' })
})

test('a landline is not sent a text message that it cannot get', () => {
  expect(readPhone({ phone: '021-55550101', by: 'sms' }, 'zh')).toMatchObject({
    page: 'follow',
    values: { phone: '021-55550101' },
    problems: [{ field: 'phone', sentence: expect.stringContaining('座机收不到短信') }],
  })
})

test.each(['', '12345', '1380000', 'abc', `+${'1'.repeat(40)}`])('no code goes to “%s”', (phone) => {
  expect(readPhone({ phone, by: 'voice' }, 'en')).toMatchObject({ page: 'follow', problems: [{ field: 'phone' }] })
})

test('a refusal keeps what was typed', () => {
  const asking = readPhone({ phone: '13800000001', by: 'voice' }, 'zh')
  expect(asking.page === 'send' && asking.again('太频繁。')).toMatchObject({
    values: { phone: '13800000001', by: 'voice' },
    problems: [{ field: null, sentence: '太频繁。' }],
  })
})

test('a code is taken with spaces and full-width digits; without one the page asks again and forgets nothing', () => {
  const form = { phone: '13800000001', by: 'voice', minutes: '5', digits: '6' }
  expect(readCode({ ...form, code: ' ４８２ 913 ' }, 'zh')).toMatchObject({ page: 'prove', code: '482913' })
  expect(readCode({ ...form, code: '' }, 'zh')).toEqual({
    page: 'code',
    phone: '13800000001',
    by: 'voice',
    minutes: 5,
    digits: 6,
    problems: [{ field: 'code', sentence: '请填写验证码。' }],
  })
})
