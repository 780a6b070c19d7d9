import { sql } from 'kysely'
import { record } from '#kernel/events'
import type { Clock } from '#platform/clock'
import type { Tx } from '#platform/database'
import type { Actor, Name } from './actor.ts'
import { refuseIdentity } from './refusals.ts'
import { requireDuty } from './require-duty.ts'
import { refusePast } from './staff.ts'
import { districtDate, getUnit } from './units.ts'

export interface UnitRename {
  readonly unit: number
  /** What changes; the rest stays as it is. */
  readonly name?: Name
  readonly code?: string
  readonly phone?: string
  readonly from: string
}

/**
 * Gives a unit another name, code or telephone from a date on; before it, the old ones stand.
 * @throws Refusal identity.only-systemAdministrator, past, no-unit, planned
 */
export async function renameUnit(tx: Tx, actor: Actor, rename: UnitRename, clock: Clock): Promise<void> {
  requireDuty(actor, 'systemAdministrator')
  const { unit, from } = rename
  if (actor.kind === 'staff') refusePast(from, await districtDate(tx, clock.now()))
  const old = await getUnit(tx, unit, from)
  const { name = old.name, code = old.code, phone = old.phone } = rename
  const { rows } = await sql<{ starts: string; ends: string | null }>`
    select lower(valid)::text as starts, upper(valid)::text as ends from unit_name
    where unit_id = ${unit} and valid @> ${from}::date for update`.execute(tx)
  const { starts, ends } = rows[0]!
  if (ends !== null) throw refuseIdentity('identity.planned', { unit: old.name.zh, date: ends })
  const present = sql`unit_id = ${unit} and valid @> ${from}::date`
  if (starts === from) {
    await sql`update unit_name set name = ${JSON.stringify(name)}::jsonb, code = ${code}, phone = ${phone} where ${present}`.execute(
      tx,
    )
  } else {
    await sql`update unit_name set valid = daterange(lower(valid), ${from}::date) where ${present}`.execute(tx)
    await sql`
      insert into unit_name (unit_id, name, code, phone, valid)
      values (${unit}, ${JSON.stringify(name)}::jsonb, ${code}, ${phone}, daterange(${from}::date, null))`.execute(tx)
  }
  await record(tx, { subject: 'unit', subjectId: unit, verb: 'rename', actor, at: clock.now(), data: { ...rename } })
}
