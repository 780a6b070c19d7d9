import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { refuseIdentity } from '../refusals.ts'
import type { Reorganisation, ReorganisationPlan } from './reorganisation.ts'
import { getMovable, getStanding, refuseLoop } from './standing.ts'

/** A unit with all below it goes under another one; where its old parent shared an open case with it, the new one does. */
export async function planMove(
  tx: Tx,
  { unit, under, on }: Extract<Reorganisation, { kind: 'move' }>,
): Promise<ReorganisationPlan> {
  const { parent } = await getMovable(tx, unit, on)
  await getStanding(tx, under, on)
  if (parent === under) throw refuseIdentity('identity.already-there')
  await refuseLoop(tx, unit, under, on)
  const { rows } = await sql<{ below: number[] }>`select unit_below_from(${unit}, ${on}::date) as below`.execute(tx)
  return {
    kind: 'move',
    on,
    about: unit,
    founds: [],
    closes: [],
    moves: [{ child: unit, to: under }],
    heirs: [],
    posts: [],
    homes: [{ from: parent, to: under, beside: rows[0]!.below }],
  }
}
