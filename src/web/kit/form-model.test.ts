import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { bodyOf, findProblems, formModel } from './form-model.ts'

const outcomes = { solved: { zh: '已解决', en: 'Solved' }, explained: { zh: '解释说明' } }
const schema = JSON.parse(
  JSON.stringify(
    Type.Object({
      unit: Type.Integer({ title: '派给', 'x-en': 'To', 'x-widget': 'unit', minimum: 1 }),
      outcome: Type.Enum(['solved', 'explained'], {
        title: '结果',
        'x-en': 'Outcome',
        'x-widget': 'choice',
        'x-labels': outcomes,
      }),
      text: Type.String({ title: '内容', 'x-en': 'Text', 'x-widget': 'text', minLength: 4, maxLength: 2000 }),
      title: Type.Optional(Type.String({ title: '标题', 'x-widget': 'text', maxLength: 80 })),
      amount: Type.Optional(Type.Integer({ title: '延长', 'x-widget': 'number', minimum: 1, maximum: 10 })),
      files: Type.Optional(Type.Array(Type.Integer(), { title: '照片', 'x-widget': 'files', maxItems: 2 })),
      reached: Type.Boolean({ title: '已联系上', 'x-widget': 'yesNo' }),
    }),
  ),
)
const fields = formModel(schema)
const full = { unit: 3, outcome: 'solved', text: ' 灯已修好 ', reached: false }

test('each property is a question with its control, in the declared order', () => {
  expect(fields.map(({ name, widget, required }) => [name, widget, required])).toEqual([
    ['unit', 'unit', true],
    ['outcome', 'choice', true],
    ['text', 'text', true],
    ['title', 'line', false],
    ['amount', 'number', false],
    ['files', 'files', false],
    ['reached', 'yesNo', true],
  ])
})

test('labels come in both languages, options with theirs', () => {
  expect(fields[0]?.label).toEqual({ zh: '派给', en: 'To' })
  expect(fields[1]?.options).toEqual([
    { value: 'solved', label: { zh: '已解决', en: 'Solved' } },
    { value: 'explained', label: { zh: '解释说明' } },
  ])
})

test('an unknown control falls back to what the type suggests', () => {
  const odd = Type.Object({
    when: Type.String({ 'x-widget': 'hologram', maxLength: 500 }),
    ok: Type.Boolean(),
    n: Type.Number(),
  })
  expect(formModel(odd).map(({ widget }) => widget)).toEqual(['text', 'yesNo', 'number'])
})

test('a verb that needs nothing asks nothing', () => {
  expect(formModel(Type.Object({}))).toEqual([])
  expect(formModel(undefined)).toEqual([])
})

test('a filled form has no problem and sends trimmed words only', () => {
  expect(findProblems(fields, full)).toEqual([])
  expect(bodyOf(fields, { ...full, title: '  ', amount: undefined, files: [] })).toEqual({ ...full, text: '灯已修好' })
})

test('every problem is named with its field and its limit', () => {
  const found = findProblems(fields, {
    outcome: 'solved',
    text: '好',
    amount: 11,
    files: [1, 2, 3],
    title: '长'.repeat(81),
  })
  expect(found.map(({ field, problem, limit }) => [field.name, problem, limit])).toEqual([
    ['unit', 'missing', 0],
    ['text', 'short', 4],
    ['title', 'long', 80],
    ['amount', 'big', 10],
    ['files', 'many', 2],
    ['reached', 'missing', 0],
  ])
})

test('no is an answer', () => {
  expect(findProblems(fields, { ...full, reached: false })).toEqual([])
})
