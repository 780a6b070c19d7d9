import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskIdentity, maskName, maskPhone } from './mask.ts'

test.each([
  ['张三', '张*'],
  ['张卫生', '张*生'],
  ['欧阳小明', '欧**明'],
  ['阿不都·热合曼', '阿*****曼'],
  ['张', '*'],
  ['John Smith', 'J*** S***'],
])('the name %s is shown as %s', (name, shown) => {
  expect(maskName(name)).toBe(shown)
})

test.each([
  ['13812341234', '138****1234'],
  ['04191234567', '041****4567'],
  ['041912345678', '0419****5678'],
  ['1234567', '***4567'],
  ['+85212345678', '+852****5678'],
  ['12345', '****5'],
])('the telephone %s is shown as %s', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown)
})

test('an identity number shows its last four signs only', () => {
  expect(maskIdentity('002X')).toBe('**************002X')
})

test('no name and no telephone is ever shown whole', () => {
  const names = fc
    .array(fc.constantFrom(...'王李张欧阳小明·'), { minLength: 1, maxLength: 8 })
    .map((signs) => signs.join(''))
  fc.assert(fc.property(names, (name) => maskName(name) !== name && maskName(name).includes('*')))
  fc.assert(
    fc.property(
      fc.stringMatching(/^\d{1,16}$/),
      (phone) => (maskPhone(phone).match(/\d/g)?.length ?? 0) <= Math.max(8, 1) && maskPhone(phone).includes('*'),
    ),
  )
})
