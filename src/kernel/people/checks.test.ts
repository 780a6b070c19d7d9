import fc from 'fast-check'
import { expect, test } from 'vitest'
import { identityNumber } from './identity-number.ts'
import { isMobile, phoneNumber } from './phone.ts'
import { creditCode } from './uscc.ts'

const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** ISO 7064 MOD 11-2 the long way: the whole number, read in base 2, leaves 1 when divided by 11. */
const passes11 = (number: string) =>
  [...number].reduce((sum, sign) => (sum * 2 + (sign === 'X' ? 10 : Number(sign))) % 11, 0) === 1
const bodies = fc
  .tuple(
    fc.integer({ min: 100_000, max: 999_999 }),
    fc.integer({ min: 1900, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([area, year, month, day, order]) => `${area}${year}${two(month)}${two(day)}${String(order).padStart(3, '0')}`)
const two = (n: number) => String(n).padStart(2, '0')
const complete = (body: string) => [...'0123456789X'].map((check) => body + check).find(passes11)!

test('the published example of an identity number passes, in any writing', () => {
  expect(identityNumber('11010519491231002X')).toBe('11010519491231002X')
  expect(identityNumber(' 110105 19491231 002x ')).toBe('11010519491231002X')
  expect(identityNumber('１１０１０５１９４９１２３１００２Ｘ')).toBe('11010519491231002X')
})

test('every well-formed identity number passes with one check digit only, and one misread or swapped digit is noticed', () => {
  fc.assert(
    fc.property(bodies, fc.nat(16), fc.integer({ min: 1, max: 9 }), (body, at, shift) => {
      const number = complete(body)
      expect([...'0123456789X'].filter((check) => identityNumber(body + check) !== null)).toEqual([number.at(-1)])
      const misread = number.slice(0, at) + ((Number(number[at]) + shift) % 10) + number.slice(at + 1)
      expect(identityNumber(misread)).toBeNull()
      const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2)
      expect(identityNumber(swapped)).toBe(swapped === number ? number : null)
    }),
  )
})

test('a date of birth that never was is refused although the check digit fits', () => {
  for (const body of [
    '11010519490231002',
    '11010519000229002',
    '11010520010431002',
    '11010519491331002',
    '11010519490100002',
  ]) {
    expect(identityNumber(complete(body)), body).toBeNull()
  }
  expect(identityNumber(complete('11010520000229002'))).not.toBeNull()
  for (const wrong of ['', '110105491231002', '01010519491231002X', '11010519491231002XX'])
    expect(identityNumber(wrong)).toBeNull()
})

test('the published credit codes pass, in any writing', () => {
  expect(creditCode('914403001922038216')).toBe('914403001922038216')
  expect(creditCode(' 9144030071526726xg ')).toBe('9144030071526726XG')
})

test('every credit code passes with one check sign only, and one misread sign is noticed', () => {
  const sign = fc.constantFrom(...SIGNS)
  fc.assert(
    fc.property(fc.array(sign, { minLength: 17, maxLength: 17 }), fc.nat(16), sign, (body, at, other) => {
      const passing = [...SIGNS].filter((check) => creditCode(body.join('') + check))
      expect(passing).toHaveLength(1)
      const misread = body.with(at, other).join('') + passing[0]
      expect(creditCode(misread) !== null).toBe(other === body[at])
    }),
  )
  for (const wrong of ['', '91440300192203821', '91440300192203821I', '9144030071526726XO'])
    expect(creditCode(wrong)).toBeNull()
})

test.each([
  ['13812341234', '13812341234'],
  ['+86 138-1234-1234', '13812341234'],
  ['0086 138 1234 1234', '13812341234'],
  ['8613812341234', '13812341234'],
  ['１３８　１２３４　１２３４', '13812341234'],
  ['（0419）1234567', '04191234567'],
  ['0419-1234567', '04191234567'],
  ['+86 419 1234567', '04191234567'],
  ['+86 10 8888 6666', '01088886666'],
  ['0419—2345678转801', '04192345678x801'],
  ['0419-2345678-801', '04192345678x801'],
  ['2345678', '2345678'],
  ['400-123-4567', '4001234567'],
  ['+852 1234 5678', '+85212345678'],
  ['00852 1234 5678', '+85212345678'],
])('the telephone %s is written %s', (typed, written) => {
  expect(phoneNumber(typed)).toBe(written)
})

test('what is no telephone is refused', () => {
  for (const wrong of [
    '',
    '12345',
    '1381234123',
    '138123412345',
    '12812341234',
    'abc',
    '张三',
    '+86 1381234123',
    '138123412341x',
  ]) {
    expect(phoneNumber(wrong), wrong).toBeNull()
  }
  expect(phoneNumber('11010519491231002X')).toBeNull()
})

test('a telephone in its written form stays as it is, and only mobiles take text messages', () => {
  const typed = fc.oneof(
    fc.stringMatching(/^1[3-9]\d{9}$/),
    fc.stringMatching(/^0[3-9]\d{2}[2-9]\d{6}$/),
    fc.stringMatching(/^\+852\d{8}$/),
  )
  fc.assert(fc.property(typed, (phone) => phoneNumber(phone) === phone && isMobile(phone) === phone.startsWith('1')))
})
