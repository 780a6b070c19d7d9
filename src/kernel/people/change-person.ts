import { sql } from 'kysely'
import type { Static } from 'typebox'
import { record } from '#kernel/events'
import { refuse } from '#platform/errors'
import type { PersonChange } from './contract.ts'
import { getHousehold } from './households.ts'
import { asTaken, personColumns } from './person-columns.ts'
import type { PeopleWork } from './work.ts'

/**
 * Changes what is known of a person; the event names the fields, never their contents. A unit whose resident moves away
 * still knows the person.
 * @param seen the version that the actor saw
 * @throws Refusal not-found, changed-meanwhile, or of people.*
 */
export async function changePerson(
  work: PeopleWork,
  id: number,
  seen: number,
  change: Static<typeof PersonChange>,
): Promise<{ id: number; version: number }> {
  const { tx, vault, actor, at } = work
  const { kind, version } = await lockPerson(work, id)
  if (version !== seen) throw refuse('changed-meanwhile')
  if (change.household) await getHousehold(tx, change.household)
  const columns = Object.entries(personColumns(vault, kind, change)).map(
    ([name, value]) => sql`${sql.ref(name)} = ${value}`,
  )
  await sql`
    update person set version = version + 1,
      seen_by = seen_by + case when unit_id is null then '{}' else int4multirange(int4range(unit_id, unit_id, '[]')) end,
      ${sql.join(columns)} where id = ${id}`
    .execute(tx)
    .catch((error) => Promise.reject(asTaken(error)))
  await record(tx, {
    subject: 'person',
    subjectId: id,
    verb: 'change',
    actor,
    at,
    data: { fields: Object.keys(change) },
  })
  return { id, version: version + 1 }
}

async function lockPerson({ tx }: PeopleWork, id: number) {
  const { rows } = await sql<{ kind: 'person' | 'organisation'; version: number }>`
    select kind, version from person where id = ${id} for update`.execute(tx)
  if (!rows[0]) throw refuse('not-found')
  return rows[0]
}
