import { sql } from 'kysely'
import type { Static } from 'typebox'
import { record } from '#kernel/events'
import type { Tx } from '#platform/database'
import { refuse } from '#platform/errors'
import type { HouseholdInput } from './contract.ts'
import { refusePeople } from './refusals.ts'
import type { PeopleWork } from './work.ts'

/** Founds a household with its head, who leaves the one before. @throws Refusal not-found */
export async function foundHousehold(
  { tx, actor, at }: PeopleWork,
  input: Static<typeof HouseholdInput>,
): Promise<{ id: number }> {
  const { head, address = null, place = null, unit = null } = input
  const { rows } = await sql<{ id: number }>`select nextval('household_id') as id`.execute(tx)
  const id = rows[0]!.id
  const moved = await sql`
    update person set household_id = ${id}, relation = null, version = version + 1
    where id = ${head} and kind = 'person' returning id`.execute(tx)
  if (moved.rows.length === 0) throw refuse('not-found')
  await sql`
    insert into household (id, head_id, address, place_id, unit_id)
    values (${id}, ${head}, ${address}, ${place}, coalesce(${unit}::int, (select unit_id from person where id = ${head})))`.execute(
    tx,
  )
  await record(tx, { subject: 'person', subjectId: head, verb: 'foundHousehold', actor, at, data: { household: id } })
  return { id }
}

/** @throws Refusal people.no-such-household where it is not there or out of reach */
export async function getHousehold(tx: Tx, id: number): Promise<{ id: number }> {
  const { rows } = await sql<{ id: number }>`select id from household where id = ${id}`.execute(tx)
  if (!rows[0]) throw refusePeople('people.no-such-household')
  return rows[0]
}
