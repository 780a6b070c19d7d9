import type { Tx } from '#platform/database'
import { refuseIdentity } from '../refusals.ts'
import { children } from '../units.ts'
import type { Reorganisation, ReorganisationPlan } from './reorganisation.ts'
import { getMovable, postsFrom } from './standing.ts'

type Split = Extract<Reorganisation, { kind: 'split' }>

/**
 * A unit becomes several. Every child goes where it is named; posts go where their holder is named, else to the first
 * heir, which also takes the open cases: its people hand on what belongs to the others.
 */
export async function planSplit(tx: Tx, { unit, into, on }: Split): Promise<ReorganisationPlan> {
  const old = await getMovable(tx, unit, on)
  if (into.length < 2) throw refuseIdentity('identity.too-few')
  const below = (await children(tx, unit, on)).map(({ id }) => id)
  const moves = []
  for (const child of below) {
    const heirs = into.flatMap((part, index) => (part.children?.includes(child) ? [-(index + 1)] : []))
    if (heirs.length !== 1) throw refuseIdentity('identity.child-unassigned')
    await getMovable(tx, child, on)
    moves.push({ child, to: heirs[0]! })
  }
  const heirOf = (staff: number) => {
    const index = into.findIndex((part) => part.staff?.includes(staff))
    return index < 0 ? -1 : -(index + 1)
  }
  const posts = (await postsFrom(tx, unit, on)).map(({ post, staff }) => ({ post, to: heirOf(staff) }))
  const founds = into.map(({ name, code, phone }) => ({ name, code, phone, kind: old.kind, parent: old.parent }))
  const heirs = into.map((_, index) => ({ predecessor: unit, successor: -(index + 1) }))
  return {
    kind: 'split',
    on,
    about: unit,
    founds,
    closes: [unit],
    moves,
    heirs,
    posts,
    homes: [{ from: unit, to: -1 }],
  }
}
