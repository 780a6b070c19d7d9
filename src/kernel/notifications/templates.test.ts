import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { segments, signed } from './sms-text.ts'
import { fill, type Value } from './template-text.ts'
import { type Template, templates } from './templates.ts'

const zone = 'Asia/Shanghai'
// As long as they come: ten digits, ten letters, a department's full name, a two-digit day.
const longest: Record<string, Value> = {
  number: '0000012345',
  receipt: '7K3MWQ9TXA',
  unit: { zh: '云溪区住房和城乡建设管理局', en: 'Yunxi Housing and Construction' },
  due: { instant: '2026-11-29T09:00:00Z' },
  link: 'https://www.yunxi.gov.cn/r/0000012345',
  phone: '0000-12345678',
  code: '123456',
  minutes: 5,
  clock: { zh: '先行联系', en: 'First contact' },
  percent: 80,
  decision: { zh: '已同意', en: 'approved' },
}
const all = Object.entries<Template>(templates)
const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
const sms = (template: Template, language: 'zh' | 'en') =>
  segments(signed('云溪区政务热线', fill(template.text[language], longest, language, zone)))

describe.each(all)('%s', (_name, template) => {
  test('says the same in both languages', () => {
    expect(names(template.text.en)).toEqual(names(template.text.zh))
    expect(template.text.en).not.toMatch(/[\p{Script=Han}，。]/u)
    expect(template.text.zh).toMatch(/\p{Script=Han}/u)
  })

  test('fits one text message in Chinese and two in English, with its signature', () => {
    expect(sms(template, 'zh')).toHaveLength(1)
    expect(sms(template, 'en').length).toBeLessThanOrEqual(2)
  })
})

test('values are written as the reader reads them', () => {
  const text = '{unit} {due} {percent}'
  expect(fill(text, longest, 'zh', zone)).toBe('云溪区住房和城乡建设管理局 11月29日17:00 80')
  expect(fill(text, longest, 'en', zone)).toBe('Yunxi Housing and Construction 29 Nov 17:00 80')
  expect(fill('{unit}', { unit: { zh: '向阳社区' } }, 'en', zone)).toBe('向阳社区')
})

test('midnight and one-digit hours are written on 24 hours', () => {
  expect(fill('{due}', { due: { instant: '2026-01-04T16:05:00Z' } }, 'zh', zone)).toBe('1月5日00:05')
})

test('a missing value is an error, not an empty place', () => {
  expect(() => fill('工单{number}', {}, 'zh', zone)).toThrow('number')
})

test('any text is cut into segments that fit, join to the same text and break no character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const cut = segments(text)
      expect(cut.join('')).toBe(text)
      const most = cut.length === 1 ? 70 : 67
      for (const segment of cut) {
        expect(segment.length).toBeLessThanOrEqual(most)
        expect(segment.isWellFormed()).toBe(true)
      }
    }),
  )
})
