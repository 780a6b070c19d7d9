import { type RawBuilder, sql } from 'kysely'
import type { Static } from 'typebox'
import type { Vault } from '#platform/crypto'
import { tokensOf } from '#platform/text-tokens'
import type { PersonChange } from './contract.ts'
import { identityNumber } from './identity-number.ts'
import { refusePeople } from './refusals.ts'
import { creditCode } from './uscc.ts'

type Columns = Record<string, RawBuilder<unknown>>
type Kind = 'person' | 'organisation'

const plain = {
  formOfAddress: 'form_of_address',
  language: 'language',
  channel: 'channel',
  dialect: 'dialect',
  deaf: 'deaf',
  wheelchair: 'wheelchair',
  notes: 'notes',
  unit: 'unit_id',
  household: 'household_id',
  relation: 'relation',
} as const

/** The columns that an input sets, with numbers checked and sealed. @throws Refusal of people.* */
export function personColumns(vault: Vault, kind: Kind, input: Static<typeof PersonChange>): Columns {
  refuseWrongKind(kind, input)
  const columns: Columns = {}
  for (const [field, column] of Object.entries(plain)) {
    const value = input[field as keyof typeof plain]
    if (value !== undefined) columns[column] = sql`${value}`
  }
  if (input.flags) columns.flags = sql`${JSON.stringify(input.flags)}::jsonb`
  return {
    ...columns,
    ...nameColumns(input.name),
    ...identityColumns(vault, input.identity),
    ...creditColumns(input.creditCode),
  }
}

function refuseWrongKind(kind: Kind, { identity, household, creditCode }: Static<typeof PersonChange>): void {
  if (kind === 'organisation' && (identity || household)) throw refusePeople('people.not-for-organisations')
  if (kind === 'person' && creditCode) throw refusePeople('people.not-for-persons')
}

function nameColumns(typed: string | undefined): Columns {
  const name = typed?.normalize('NFKC').trim()
  return name === undefined ? {} : { name: sql`${name}`, name_tsv: sql`array_to_tsvector(${tokensOf(name)})` }
}

function identityColumns(vault: Vault, typed: string | null | undefined): Columns {
  if (typed === undefined) return {}
  if (typed === null) return { identity_sealed: sql`null`, identity_lookup: sql`null`, identity_last4: sql`null` }
  const number = identityNumber(typed)
  if (number === null) throw refusePeople('people.bad-identity')
  return {
    identity_sealed: sql`${vault.seal(number)}`,
    identity_lookup: sql`${vault.lookup(number)}`,
    identity_last4: sql`${number.slice(-4)}`,
  }
}

function creditColumns(typed: string | null | undefined): Columns {
  if (typed === undefined) return {}
  const code = typed === null ? null : creditCode(typed)
  if (typed !== null && code === null) throw refusePeople('people.bad-credit-code')
  return { uscc: sql`${code}` }
}

/** Says which number is already another's. */
export function asTaken(error: unknown): unknown {
  const { code, constraint } = error as { code?: string; constraint?: string }
  if (code === '23505' && constraint === 'person_identity') return refusePeople('people.identity-taken')
  if (code === '23505' && constraint === 'person_uscc') return refusePeople('people.credit-code-taken')
  return error
}
