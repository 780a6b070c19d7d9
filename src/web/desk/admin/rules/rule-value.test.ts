import { expect, test } from 'vitest'
import { type Rule, valueInWords, wayToChange } from './rule-value.ts'

const rule = (over: Partial<Rule>): Rule => ({
  id: 1,
  key: 'hotline.limit.handle.A.ordinary',
  title: { zh: '一般诉求办理时限' },
  value: { amount: 7 },
  unit: 'WD',
  starts: null,
  ruleId: 'H7',
  source: null,
  level: 'province',
  checked: 'F',
  mayChange: 'lower',
  choices: null,
  own: false,
  effective: { from: null, until: null },
  ...over,
})

test('an amount is read with its unit', () => {
  expect(valueInWords({ amount: 7 }, 'WD')).toBe('7 个工作日')
  expect(valueInWords({ amount: 5 }, null)).toBe('5')
})

test('other values are shown as they are', () => {
  expect(valueInWords('17:30', null)).toBe('17:30')
  expect(valueInWords(['leader'], null)).toBe('["leader"]')
})

test('numbers and choices are changed on the page, what is law is not', () => {
  expect(wayToChange(rule({}))).toBe('number')
  expect(wayToChange(rule({ choices: ['a', 'b'], value: 'a' }))).toBe('choice')
  expect(wayToChange(rule({ mayChange: 'none' }))).toBe('law')
  expect(wayToChange(rule({ value: ['leader'] }))).toBe('notHere')
})
