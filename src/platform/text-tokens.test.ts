import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { queryTokens } from './text-query.ts'
import { numberToken, tokensOf } from './text-tokens.ts'

const MESSAGES = new URL('../../../shared/data/requests/hot_messages.jsonl', import.meta.url)
const meets = (tokens: Set<string>, token: string) =>
  token.endsWith('*') ? [...tokens].some((held) => held.startsWith(token.slice(0, -1))) : tokens.has(token)
/** A naive second model of what the database does with groups. */
const finds = (typed: string, text: string) => {
  const tokens = new Set(tokensOf(text))
  return queryTokens(typed).groups.every((group) => group.split('|').some((token) => meets(tokens, token)))
}

test('Chinese becomes pairs of neighbours, and every character begins a token', () => {
  expect(tokensOf('路灯坏了')).toEqual(['路灯', '灯坏', '坏了', '了'])
  expect(tokensOf('A3区，灯')).toEqual(['a3', 'a', '3', '区', '灯'])
})

test('other words are compared in lower case and one width, with their letters and digits also apart', () => {
  expect(tokensOf('ＷｉＦｉ　Ｇ2栋 320')).toEqual(['wifi', 'g2', 'g', '2', '栋', '320'])
})

const han = fc.constantFrom(...'路灯坏了小区门口停车难𠮷水电')
const mixed = fc.array(fc.oneof({ weight: 5, arbitrary: han }, fc.constantFrom('，', ' ', 'A3', 'wifi', '12', '。')), {
  maxLength: 40,
})

test('every pattern of whole signs that a text contains finds the text', () => {
  fc.assert(
    fc.property(mixed, fc.nat(), fc.nat(), (signs, a, b) => {
      // Words are typed whole: a separator on both sides keeps the pieces of the text from growing together.
      const text = signs.map((sign) => (/^\w/.test(sign) ? ` ${sign} ` : sign))
      const start = a % (text.length + 1)
      const pattern = text.slice(start, start + 1 + (b % 12)).join('')
      return finds(pattern, text.join(''))
    }),
  )
})

test('a Latin word is found from its start, a number only whole', () => {
  expect(finds('wif', '小区WiFi坏了')).toBe(true)
  expect(finds('32', '320室')).toBe(false)
  expect(finds('3', 'A3区')).toBe(true)
  expect(finds('3栋', 'B3栋')).toBe(true)
})

const longNumbers = fc.oneof(
  fc.stringMatching(/^[0-9]{7,20}$/),
  fc.stringMatching(/^1[3-9][0-9]{9}$/).map((n) => `${n.slice(0, 3)} ${n.slice(3, 7)}-${n.slice(7)}`),
  fc.stringMatching(/^[0-9]{17}[0-9X]$/),
  fc.stringMatching(/^[0-9]{16}$/).map((n) => n.match(/.{4}/g)!.join(' ')),
  fc
    .stringMatching(/^1[3-9][0-9]{9}$/)
    .map((n) => [...n].map((d) => String.fromCodePoint(0xff10 + Number(d))).join('')),
)

test('no part of a telephone, identity or card number enters the index, however it is written', () => {
  fc.assert(
    fc.property(longNumbers, mixed, (number, around) => {
      const text = `${around.join('')}电话${number}，${around.join('')}`
      expect(tokensOf(text)).toEqual(tokensOf(`${around.join('')}电话，${around.join('')}`))
    }),
  )
})

test('a long number is looked up as the number of a case; a flat written with dashes is also found as words', () => {
  expect(queryTokens('LX-2026-0001234')).toEqual({
    groups: ['lx*|#LX20260001234', '2026|#LX20260001234'],
    numbers: ['lx-2026-0001234'],
  })
  expect(numberToken('lx-2026-0001234')).toBe('#LX20260001234')
  expect(queryTokens('路灯 13812341234')).toEqual({ groups: ['路灯', '#13812341234'], numbers: ['13812341234'] })
  expect(finds('12-3-1201', '住12-3-1201')).toBe(true)
})

test('what has no words asks for nothing', () => {
  expect(queryTokens(' ，。!? ')).toEqual({ groups: [], numbers: [] })
})

test.skipIf(!existsSync(MESSAGES))(
  'in 4,326 real messages every text that contains a pattern is found (skipped without ../shared/data)',
  () => {
    const texts = readFileSync(MESSAGES, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => `${JSON.parse(line).subject}\n${JSON.parse(line).detail}`)
    for (const pattern of ['路灯', '灯', '停车', '噪音扰民', 'A3区', '物业', '地铁2号线']) {
      const holding = texts.filter((text) => text.includes(pattern))
      expect(holding.length, pattern).toBeGreaterThan(0)
      expect(
        holding.filter((text) => !finds(pattern, text)),
        pattern,
      ).toEqual([])
    }
  },
)
