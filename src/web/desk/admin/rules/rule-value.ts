import type { listRules } from '#kernel-contract/settings'
import { sayFrom } from '#kit'
import type { ResponseOf } from '#platform/contract'
import { lawWords } from '../law-words.ts'

export type Rule = ResponseOf<typeof listRules>['rules'][number]

const units = ['H', 'WH', 'CD', 'WD', 'M', 'Y'] as const

/** The number in an amount; undefined for other values. */
export function amountOf(value: unknown): number | undefined {
  const amount = (value as { amount?: unknown } | null)?.amount
  return typeof amount === 'number' ? amount : undefined
}

/** A value as a person reads it: 7 个工作日, 5, true, a list. */
export function valueInWords(value: unknown, unit: string | null): string {
  const amount = amountOf(value)
  if (amount === undefined) return typeof value === 'string' ? value : JSON.stringify(value)
  const known = units.find((each) => each === unit)
  return known ? sayFrom(lawWords)(known, { count: amount }) : String(amount)
}

/** How a rule may be given another value on a page: by a number, by one of its choices, or not at all. */
export function wayToChange({ value, mayChange, choices }: Rule): 'number' | 'choice' | 'law' | 'notHere' {
  if (mayChange === 'none') return 'law'
  if (choices && choices.length > 0) return 'choice'
  return amountOf(value) === undefined ? 'notHere' : 'number'
}
