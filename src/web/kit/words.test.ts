import { afterEach, expect, test } from 'vitest'
import { currentLanguage } from './language.ts'
import { changeLanguage, defineWords, nameIn, sayFrom } from './words.ts'

const words = defineWords('test', {
  zh: { sent: '已派给{{unit}}', count: '{{count}} 条有更新' },
  en: { sent: 'Dispatched to {{unit}}', count: '{{count}} updates' },
})
const say = sayFrom(words)
afterEach(() => changeLanguage('zh'))

test('Chinese is spoken until another language is chosen', async () => {
  expect(say('sent', { unit: '向阳社区' })).toBe('已派给向阳社区')
  await changeLanguage('en')
  expect(say('sent', { unit: 'Xiangyang' })).toBe('Dispatched to Xiangyang')
  expect(currentLanguage()).toBe('en')
})

test('values are put in as they are: React escapes them', () => {
  expect(say('sent', { unit: '“A&B” <街道>' })).toBe('已派给“A&B” <街道>')
})

test('a name without English is said in Chinese', async () => {
  await changeLanguage('en')
  expect(nameIn({ zh: '向阳社区' })).toBe('向阳社区')
  expect(nameIn({ zh: '向阳社区', en: 'Xiangyang Community' })).toBe('Xiangyang Community')
})
