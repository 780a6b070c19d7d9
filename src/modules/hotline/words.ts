import { Type } from 'typebox'

/** Free words of a verb; `title` is the label in both languages, `x-widget` names the control. */
export const text = (zh: string, en: string, options: { min?: number; max?: number } = {}) =>
  Type.String({
    title: zh,
    'x-en': en,
    'x-widget': 'text',
    minLength: options.min ?? 2,
    maxLength: options.max ?? 2000,
  })

export const unit = (zh: string, en: string) => Type.Integer({ title: zh, 'x-en': en, 'x-widget': 'unit', minimum: 1 })

/** One of a few named values; their labels travel with the schema so that every form says the same words. */
export const choice = <const T extends Record<string, { zh: string; en: string }>>(zh: string, en: string, values: T) =>
  Type.Enum(Object.keys(values) as (keyof T & string)[], {
    title: zh,
    'x-en': en,
    'x-widget': 'choice',
    'x-labels': values,
  })

export const yesNo = (zh: string, en: string) => Type.Boolean({ title: zh, 'x-en': en, 'x-widget': 'yesNo' })

export const files = (zh: string, en: string) =>
  Type.Array(Type.Integer({ minimum: 1 }), { title: zh, 'x-en': en, 'x-widget': 'files', maxItems: 9 })

export const satisfaction = choice('满意度', 'Satisfaction', {
  5: { zh: '非常满意', en: 'Very satisfied' },
  4: { zh: '满意', en: 'Satisfied' },
  3: { zh: '基本满意', en: 'Basically satisfied' },
  2: { zh: '不满意', en: 'Dissatisfied' },
  1: { zh: '非常不满意', en: 'Very dissatisfied' },
})

export const urgency = choice('紧急程度', 'Urgency', {
  0: { zh: '一般', en: 'Ordinary' },
  1: { zh: '紧急', en: 'Urgent' },
  2: { zh: '特急', en: 'Emergency' },
})
