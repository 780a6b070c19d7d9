import { sql } from 'kysely'
import type { Static } from 'typebox'
import { record } from '#kernel/events'
import { refuse } from '#platform/errors'
import type { PhoneInput } from './contract.ts'
import { phoneNumber } from './phone.ts'
import { refusePeople } from './refusals.ts'
import type { PeopleWork } from './work.ts'

/** Puts a person on a telephone; several people may share one. @throws Refusal people.bad-phone */
export async function linkPhone(
  work: PeopleWork,
  person: number,
  { number, label }: Static<typeof PhoneInput>,
): Promise<number> {
  const { tx, vault, actor, at } = work
  const written = phoneNumber(number)
  if (written === null) throw refusePeople('people.bad-phone', { phone: number })
  const lookup = vault.lookup(written)
  const known = await sql<{ id: number }>`
    select id from person_phone where person_id = ${person} and lookup = ${lookup}`.execute(tx)
  if (known.rows[0]) return known.rows[0].id
  const { rows } = await sql<{ id: number }>`select nextval('person_phone_id') as id`.execute(tx)
  const id = rows[0]!.id
  await sql`
    insert into person_phone (id, person_id, sealed, lookup, last4, label)
    values (${id}, ${person}, ${vault.seal(written)}, ${lookup}, ${written.slice(-4)}, ${label ?? null})`.execute(tx)
  await record(tx, { subject: 'person', subjectId: person, verb: 'linkPhone', actor, at, data: { phone: id } })
  return id
}

/** Takes a person off a telephone. @throws Refusal not-found */
export async function unlinkPhone({ tx, actor, at }: PeopleWork, person: number, phone: number): Promise<void> {
  const { rows } = await sql`
    delete from person_phone where person_id = ${person} and id = ${phone} returning id`.execute(tx)
  if (rows.length === 0) throw refuse('not-found')
  await record(tx, { subject: 'person', subjectId: person, verb: 'unlinkPhone', actor, at, data: { phone } })
}

/** Notes that a one-time code came back from this telephone, for everybody on it whom the actor may see. */
export async function confirmPhone({ tx, vault, at }: Omit<PeopleWork, 'actor'>, number: string): Promise<void> {
  const written = phoneNumber(number)
  if (written === null) throw refusePeople('people.bad-phone', { phone: number })
  await sql`update person_phone set verified_at = ${at} where lookup = ${vault.lookup(written)}`.execute(tx)
}
