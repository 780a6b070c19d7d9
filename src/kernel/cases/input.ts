import type { TObject, TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { refuse } from './refusals.ts'

const compiled = new WeakMap<TSchema, Validator>()

/** The input of a verb, checked against what the verb needs. @throws case.bad-input naming the first field that is wrong */
export function checkInput(needs: TObject, input: Record<string, unknown>): Record<string, unknown> {
  const validator = compiled.get(needs) ?? Compile(needs)
  compiled.set(needs, validator)
  if (validator.Check(input)) return input
  const [first] = validator.Errors(input)
  const missing = (first?.params as { requiredProperties?: string[] } | undefined)?.requiredProperties?.[0]
  throw refuse('case.bad-input', { field: missing ?? first?.instancePath.slice(1) ?? '', reason: first?.message ?? '' })
}
