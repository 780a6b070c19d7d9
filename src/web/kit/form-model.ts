import { nameIn } from './words.ts'

/** The controls that a form can be built from. */
export const widgets = [
  'text',
  'line',
  'unit',
  'choice',
  'yesNo',
  'files',
  'number',
  'subject',
  'person',
  'date',
] as const
export type Widget = (typeof widgets)[number]

interface Name {
  readonly zh: string
  readonly en?: string
}

/** The parts of JSON Schema that a verb's input uses, with our own marks beside them. */
interface FieldSchema {
  readonly type?: string
  readonly title?: string
  readonly description?: string
  readonly enum?: readonly (string | number)[]
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly maxItems?: number
  readonly 'x-en'?: string
  readonly 'x-widget'?: string
  readonly 'x-labels'?: Readonly<Record<string, Name>>
}

export interface Option {
  readonly value: string | number
  readonly label: Name
}

/** One question of a form, without any control library. */
export interface Field {
  readonly name: string
  readonly label: Name
  readonly widget: Widget
  readonly required: boolean
  readonly options: readonly Option[]
  readonly min: number | undefined
  readonly max: number | undefined
}

export type FormValues = Readonly<Record<string, unknown>>

/** What is wrong with an answer. */
export interface FieldProblem {
  readonly field: Field
  readonly problem: 'missing' | 'short' | 'long' | 'small' | 'big' | 'many'
  readonly limit: number
}

/** The questions of a verb, in the order they are declared. An unknown widget becomes what its type suggests. */
export function formModel(schema: unknown): Field[] {
  const { properties = {}, required = [] } = (schema ?? {}) as {
    properties?: Record<string, FieldSchema>
    required?: readonly string[]
  }
  return Object.entries(properties).map(([name, field]) => fieldOf(name, field, required.includes(name)))
}

function fieldOf(name: string, schema: FieldSchema, required: boolean): Field {
  const widget = widgetOf(schema)
  const measuresText = widget === 'text' || widget === 'line'
  return {
    name,
    label: { zh: schema.title ?? name, en: schema['x-en'] ?? schema.title ?? name },
    widget,
    required,
    options: (schema.enum ?? []).map((value) => ({
      value,
      label: schema['x-labels']?.[value] ?? { zh: String(value) },
    })),
    min: measuresText ? schema.minLength : schema.minimum,
    max: measuresText ? schema.maxLength : widget === 'files' ? schema.maxItems : schema.maximum,
  }
}

// Up to this length an answer is one line: a title, a name.
const lineLength = 100

function widgetOf(schema: FieldSchema): Widget {
  const asked = schema['x-widget'] as Widget | undefined
  if (asked === 'text' || !asked || !widgets.includes(asked)) {
    if (schema.enum) return 'choice'
    if (schema.type === 'boolean') return 'yesNo'
    if (schema.type === 'integer' || schema.type === 'number') return 'number'
    if (schema.type === 'array') return 'files'
    return (schema.maxLength ?? Number.POSITIVE_INFINITY) <= lineLength ? 'line' : 'text'
  }
  return asked
}

const isEmpty = (value: unknown) =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/** The answers that have to be mended before sending, in the order of the form. */
export const findProblems = (fields: readonly Field[], values: FormValues): FieldProblem[] =>
  fields.flatMap((field) => problemOf(field, values[field.name]) ?? [])

function problemOf(field: Field, value: unknown): FieldProblem | null {
  if (isEmpty(value)) return field.required ? { field, problem: 'missing', limit: 0 } : null
  const { min, max } = field
  const number = typeof value === 'number'
  const size = number ? value : Array.isArray(value) ? value.length : String(value).trim().length
  if (min !== undefined && size < min) return { field, problem: number ? 'small' : 'short', limit: min }
  if (max !== undefined && size > max)
    return { field, problem: number ? 'big' : Array.isArray(value) ? 'many' : 'long', limit: max }
  return null
}

/** What is sent: trimmed words, and nothing for questions left open. */
export function bodyOf(fields: readonly Field[], values: FormValues): Record<string, unknown> {
  const answered = fields.filter(({ name }) => !isEmpty(values[name]))
  return Object.fromEntries(answered.map(({ name }) => [name, trimmed(values[name])]))
}

const trimmed = (value: unknown) => (typeof value === 'string' ? value.trim() : value)

/** The label of a field in the person's language. */
export const labelOf = (field: Field): string => nameIn(field.label)
