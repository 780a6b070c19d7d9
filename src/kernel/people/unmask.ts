import { sql } from 'kysely'
import { refuse } from '#platform/errors'
import { lookedAt } from './looks.ts'
import { refusePeople } from './refusals.ts'
import type { PeopleWork } from './work.ts'

export interface Unmasking {
  readonly person: number
  readonly field: 'identity' | 'phone'
  /** Which telephone; the first when left out. */
  readonly phone?: number
  readonly purpose: string
}

/**
 * One number in full. The look is recorded first, in the same transaction: let the value go only after its commit.
 * @throws Refusal people.purpose, people.nothing-there or not-found
 */
export async function unmask(work: PeopleWork, { person, field, phone, purpose }: Unmasking): Promise<string> {
  const { tx, vault, actor, at } = work
  if (purpose.trim().length < 2) throw refusePeople('people.purpose')
  await lookedAt(tx, actor, { subject: 'person', subjectId: person, what: field, purpose: purpose.trim() }, at)
  const { rows } = await sql<{ identity: Buffer | null; phone: Buffer | null }>`
    select p.identity_sealed as identity, (
      select f.sealed from person_phone f where f.person_id = p.id and f.id = coalesce(${phone ?? null}, f.id) order by f.id limit 1
    ) as phone from person p where p.id = ${person}`.execute(tx)
  if (!rows[0]) throw refuse('not-found')
  const sealed = rows[0][field]
  if (!sealed) throw refusePeople('people.nothing-there')
  return vault.openText(sealed)
}
