import { expect, test } from 'vitest'
import { beginFiling, type Form, readFiling } from './filing.ts'
import { photoLimit, textLimits } from './filing-checks.ts'

const told: Form = {
  text: '3号楼楼道灯坏了三天',
  kind: 'help',
  place: '望河小区3号楼',
  name: '李女士',
  phone: '138 0000 0000',
  behalf: 'self',
  key: 'key-1',
}

const problemsOf = (form: Form) => {
  const filing = readFiling(form, 'zh')
  return filing.page === 'file' ? filing.problems.map((problem) => problem.field) : []
}

test('a new filing asks first what it is about and carries its key', () => {
  expect(beginFiling('key-1')).toMatchObject({ step: 'what', key: 'key-1', problems: [], values: { text: '' } })
})

test.each([
  ['what', 'where'],
  ['where', 'who'],
  ['who', 'check'],
])('a complete step %s leads to %s with every value kept', (step, next) => {
  const filing = readFiling({ ...told, step }, 'zh')
  expect(filing).toMatchObject({ page: 'file', step: next, key: 'key-1', problems: [] })
  expect(filing).toMatchObject({ values: { text: told.text, place: told.place, phone: told.phone } })
})

test('the last step hands over the request, without what was left empty', () => {
  const filing = readFiling({ ...told, step: 'check', place: '', behalf: 'other', onBehalfOf: '我母亲' }, 'zh')
  expect(filing).toMatchObject({
    page: 'send',
    key: 'key-1',
    request: { kind: 'help', text: told.text, name: '李女士', phone: '138 0000 0000', onBehalfOf: '我母亲' },
  })
  expect(filing.page === 'send' && Object.keys(filing.request)).not.toContain('place')
})

test('a relation typed before choosing “for myself” is not sent', () => {
  const filing = readFiling({ ...told, step: 'check', onBehalfOf: '我母亲' }, 'zh')
  expect(filing.page === 'send' && filing.request.onBehalfOf).toBe(undefined)
})

test('an unknown kind is left to the staff', () => {
  const filing = readFiling({ ...told, step: 'check', kind: 'nonsense' }, 'zh')
  expect(filing.page === 'send' && 'kind' in filing.request).toBe(false)
})

test('too little text keeps the person at the first step and says how much is needed', () => {
  const filing = readFiling({ ...told, step: 'what', text: '灯' }, 'en')
  expect(filing).toMatchObject({ step: 'what', values: { text: '灯' } })
  expect(filing.page === 'file' && filing.problems[0]).toEqual({
    field: 'text',
    sentence: `Please say what it is about, in at least ${textLimits.min} characters.`,
  })
})

test('a form that skipped a step comes back to it', () => {
  expect(readFiling({ ...told, step: 'check', text: '' }, 'zh')).toMatchObject({ page: 'file', step: 'what' })
})

test('the limit counts characters as a person does, line breaks once', () => {
  const longest = '灯'.repeat(textLimits.max - 2)
  expect(problemsOf({ ...told, step: 'what', text: `${longest}\r\n亮` })).toEqual([])
  expect(problemsOf({ ...told, step: 'what', text: `${longest}\r\n亮吗` })).toEqual(['text'])
  expect(problemsOf({ ...told, step: 'what', text: '𠮷'.repeat(textLimits.max) })).toEqual([])
})

test('going back asks nothing, even with a wrong field', () => {
  expect(readFiling({ ...told, step: 'who', go: 'where', phone: '1' }, 'zh')).toMatchObject({
    step: 'where',
    problems: [],
  })
})

test.each([
  '13800000000',
  '+86 138-0000-0000',
  '０４１９－３１２３４５６',
  '0419 3123456',
  '400 123 4567',
  '+82 2 123 4567',
  '',
])('the phone number “%s” is taken', (phone) => expect(problemsOf({ ...told, step: 'who', phone })).toEqual([]))

test.each(['123', '1380000000', '没有', '3123456', '13800000000 或 13900000000'])(
  'the phone number “%s” is asked again',
  (phone) => expect(problemsOf({ ...told, step: 'who', phone })).toEqual(['phone']),
)

test('speaking for another needs to say for whom', () => {
  expect(problemsOf({ ...told, step: 'who', behalf: 'other', onBehalfOf: ' ' })).toEqual(['onBehalfOf'])
})

test('what fills in the unseen field is not filed, and a person may press again', () => {
  const trapped = readFiling({ ...told, step: 'check', website: 'http://x.example' }, 'zh')
  expect(trapped).toMatchObject({ page: 'file', step: 'check', key: 'key-1', values: { text: told.text } })
  expect(trapped.page === 'file' && trapped.problems).toHaveLength(1)
})

test('a refusal comes back as the last step with its sentence and every value', () => {
  const filing = readFiling({ ...told, step: 'check' }, 'zh')
  expect(filing.page === 'send' && filing.again('照片太大。')).toMatchObject({
    step: 'check',
    values: { text: told.text },
    problems: [{ field: null, sentence: '照片太大。' }],
  })
})

test('photos are as many as the contract takes', () => expect(photoLimit).toBe(9))
