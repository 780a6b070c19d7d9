import { sql } from 'kysely'
import { record } from '#kernel/events'
import type { Clock } from '#platform/clock'
import type { Tx } from '#platform/database'
import type { Actor, Name } from './actor.ts'
import { requireDuty } from './require-duty.ts'
import { refusePast } from './staff.ts'
import { districtDate, getUnit, type UnitKind } from './units.ts'

export interface FoundedUnit {
  readonly kind: UnitKind
  /** null for the district itself. */
  readonly parent: number | null
  readonly name: Name
  readonly code?: string
  readonly phone?: string
  readonly from: string
}

/**
 * Founds a unit on a date.
 * @returns its id, which never means anything else
 * @throws Refusal identity.only-systemAdministrator, past, no-unit
 */
export async function foundUnit(tx: Tx, actor: Actor, unit: FoundedUnit, clock: Clock): Promise<number> {
  requireDuty(actor, 'systemAdministrator')
  if (actor.kind === 'staff') refusePast(unit.from, await districtDate(tx, clock.now()))
  if (unit.parent !== null) await getUnit(tx, unit.parent, unit.from)
  const id = await insertUnit(tx, unit)
  const data = { kind: unit.kind, parent: unit.parent, from: unit.from, name: unit.name }
  await record(tx, { subject: 'unit', subjectId: id, verb: 'found', actor, at: clock.now(), data })
  return id
}

/** The rows of a new unit, without an event. */
export async function insertUnit(tx: Tx, { kind, parent, name, code, phone, from }: FoundedUnit): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into unit (kind) values (${kind}) returning id`.execute(tx)
  const id = rows[0]!.id
  await sql`
    insert into unit_name (unit_id, name, code, phone, valid)
    values (${id}, ${JSON.stringify(name)}::jsonb, ${code ?? null}, ${phone ?? null}, daterange(${from}::date, null))`.execute(
    tx,
  )
  if (parent === null) return id
  await sql`insert into unit_edge (child, parent, valid) values (${id}, ${parent}, daterange(${from}::date, null))`.execute(
    tx,
  )
  return id
}
