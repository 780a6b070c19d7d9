import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guessIntake } from './guess.ts'
import { guessKind } from './guess-kind.ts'
import { guessSubject } from './guess-subject.ts'
import { guessUrgency } from './guess-urgency.ts'
import { subjectTree } from './subjects.ts'

const LABELLED = new URL('../../../../shared/data/requests/classify_raw_dev.jsonl', import.meta.url)
const every = new Set(subjectTree.map(({ code }) => code))

test('a plain request is guessed whole: title without the greeting, kind, subject and urgency', () => {
  const text = '领导您好，向阳花园二期3号楼楼道灯坏了三天，老人上下楼不安全。'
  expect(guessIntake(text, subjectTree)).toEqual({
    title: '向阳花园二期3号楼楼道灯坏了三天，老人上下楼不安全',
    kind: 'help',
    subject: '010302',
    urgency: 0,
  })
})

test('a title says what is wrong, not who says so', () => {
  const text = '您好，我住在向阳路18号，楼下路灯坏了三天了，老人晚上出门看不见路，前天还摔了一跤，希望尽快来修'
  expect(guessIntake(text, subjectTree).title).toBe('楼下路灯坏了三天了')
  expect(guessIntake('本人是望河小区的业主，', subjectTree).title).toBe('本人是望河小区的业主，')
})

test.each([
  ['举报某加油站偷税', 'report'],
  ['我要投诉物业乱收费', 'complaint'],
  ['请问低保怎么办理', 'enquiry'],
  ['建议小区门口增设路灯', 'suggestion'],
  ['表扬社区的小王，送我妈去了医院', 'praise'],
  ['家里漏水了，请派人来修', 'help'],
  ['今天天气不错', null],
])('"%s" is of the kind %s', (text, kind) => {
  expect(guessKind(text)).toBe(kind)
})

test.each([
  ['门口的路灯不亮', '020201'],
  ['暖气不热，室温只有十五度', '040401'],
  ['公司拖欠工资半年', '080101'],
  ['楼上总往下扔东西，高空抛物', '120204'],
  ['小区电梯坏了', '010301'],
  ['啊啊啊', null],
])('"%s" is about the subject %s', (text, subject) => {
  expect(guessSubject(text, every)).toBe(subject)
})

test('a subject that the district has not in use is never guessed', () => {
  expect(guessSubject('门口的路灯不亮', new Set(['020202']))).toBeNull()
  expect(guessSubject('门口的路灯不亮', new Set())).toBeNull()
})

test('danger is told from talk about danger', () => {
  expect(guessUrgency('三楼有人喊救命')).toBe(2)
  expect(guessUrgency('楼道里有煤气味')).toBe(2)
  expect(guessUrgency('井盖没了，差点摔倒')).toBe(1)
  expect(guessUrgency('建议加强宣传，防止发生爆炸')).toBe(0)
  expect(guessUrgency('咨询停电通知发在哪里')).toBe(0)
  expect(guessUrgency('担心起火，现在真的冒烟了')).toBe(2)
})

test('a title never ends in half a rare character', () => {
  expect(guessIntake(`${'好'.repeat(28)}𠮷𠮷𠮷𠮷`, subjectTree).title).toBe(`${'好'.repeat(28)}…`)
})

test('whatever is typed, nothing is thrown, the title has at most 30 characters and subjects are of the tree', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom(...'您好，路灯坏了投诉𠮷。\n') }),
  )
  fc.assert(
    fc.property(typed, (text) => {
      const guess = guessIntake(text, subjectTree)
      expect(guess.title.length).toBeLessThanOrEqual(30)
      expect(guess.title.isWellFormed() || !text.isWellFormed()).toBe(true)
      expect(guess.subject === null || every.has(guess.subject)).toBe(true)
    }),
  )
})

test.skipIf(!existsSync(LABELLED))(
  'each of 2,988 real messages is guessed within 5 ms on average, most with a subject (skipped without ../shared/data)',
  () => {
    const texts = readFileSync(LABELLED, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => String(JSON.parse(line).text))
    const began = performance.now()
    const guesses = texts.map((text) => guessIntake(text, subjectTree))
    expect((performance.now() - began) / texts.length).toBeLessThan(5)
    expect(guesses.filter(({ subject }) => subject !== null).length / texts.length).toBeGreaterThan(0.8)
  },
)
