import { sql } from 'kysely'
import type { Static } from 'typebox'
import { record } from '#kernel/events'
import type { PersonInput } from './contract.ts'
import { getHousehold } from './households.ts'
import { linkPhone } from './link-phone.ts'
import { permitWork } from './permit.ts'
import { asTaken, personColumns } from './person-columns.ts'
import type { PeopleWork } from './work.ts'

/**
 * Registers a person or an organisation; the units that register one know the person from then on.
 * @throws Refusal of people.*: a number that is misread or already registered
 */
export async function registerPerson(
  work: PeopleWork,
  input: Static<typeof PersonInput>,
): Promise<{ id: number; version: number }> {
  const { tx, vault, actor, at } = work
  permitWork(actor)
  const { kind, phones = [], ...known } = input
  const columns = personColumns(vault, kind, known)
  if (input.household) await getHousehold(tx, input.household)
  const id = await nextId(work)
  // Without "returning": a resident who files for the first time may not read the row yet.
  await sql`
    insert into person (id, kind, registered_at, seen_by, ${sql.join(Object.keys(columns).map((name) => sql.ref(name)))})
    values (${id}, ${kind}, ${at}, app_ranges('app.home'), ${sql.join(Object.values(columns))})`
    .execute(tx)
    .catch((error) => Promise.reject(asTaken(error)))
  await record(tx, { subject: 'person', subjectId: id, verb: 'register', actor, at, data: { kind } })
  for (const phone of phones) await linkPhone(work, id, phone)
  return { id, version: 1 }
}

async function nextId({ tx }: PeopleWork): Promise<number> {
  const { rows } = await sql<{ id: number }>`select nextval('person_id') as id`.execute(tx)
  return rows[0]!.id
}
