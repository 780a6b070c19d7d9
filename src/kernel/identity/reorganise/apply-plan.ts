import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { insertUnit } from '../found-unit.ts'
import type { HomeMove, ReorganisationPlan, UnitRef } from './reorganisation.ts'

export interface Applied {
  readonly about: number
  /** The ids of the founded units, in the plan's order. */
  readonly founded: readonly number[]
  readonly homes: readonly HomeMove[]
}

/** Writes the dated rows of a plan; open cases follow on the day. */
export async function applyPlan(tx: Tx, plan: ReorganisationPlan): Promise<Applied> {
  const founded: number[] = []
  for (const unit of plan.founds) founded.push(await insertUnit(tx, { ...unit, from: plan.on }))
  const idOf = (ref: UnitRef) => (ref < 0 ? founded[-ref - 1]! : ref)
  for (const { child, to } of plan.moves) await moveEdge(tx, child, idOf(to), plan.on)
  for (const { predecessor, successor } of plan.heirs) await inherit(tx, predecessor, idOf(successor), plan.on)
  for (const { post, to } of plan.posts) await movePost(tx, post, idOf(to), plan.on)
  for (const unit of plan.closes) await close(tx, unit, plan.on)
  return { about: idOf(plan.about), founded, homes: plan.homes.map((home) => ({ ...home, to: idOf(home.to) })) }
}

// A range that would begin on the day it ends never counted: it becomes empty.
const ended = (on: string) =>
  sql`case when lower(valid) >= ${on}::date then 'empty'::daterange else daterange(lower(valid), ${on}::date) end`

async function moveEdge(tx: Tx, child: number, parent: number, on: string): Promise<void> {
  const { rows } = await sql`
    update unit_edge set parent = ${parent} where child = ${child} and lower(valid) = ${on}::date returning child`.execute(
    tx,
  )
  if (rows.length > 0) return
  await sql`update unit_edge set valid = ${ended(on)} where child = ${child} and valid @> ${on}::date`.execute(tx)
  await sql`insert into unit_edge (child, parent, valid) values (${child}, ${parent}, daterange(${on}::date, null))`.execute(
    tx,
  )
}

async function inherit(tx: Tx, predecessor: number, successor: number, on: string): Promise<void> {
  await sql`
    insert into unit_succession (predecessor, successor, since) values (${predecessor}, ${successor}, ${on})`.execute(
    tx,
  )
}

async function movePost(tx: Tx, post: number, unit: number, on: string): Promise<void> {
  await sql`
    insert into post (staff_id, unit_id, role, valid)
    select staff_id, ${unit}, role, valid * daterange(${on}::date, null) from post p
    where id = ${post} and not exists (select from post held
      where held.staff_id = p.staff_id and held.unit_id = ${unit} and held.role = p.role and held.valid && p.valid)`.execute(
    tx,
  )
  await sql`update post set valid = ${ended(on)} where id = ${post}`.execute(tx)
}

async function close(tx: Tx, unit: number, on: string): Promise<void> {
  await sql`update unit_name set valid = ${ended(on)} where unit_id = ${unit} and valid @> ${on}::date`.execute(tx)
  await sql`update unit_edge set valid = ${ended(on)} where child = ${unit} and valid @> ${on}::date`.execute(tx)
}
