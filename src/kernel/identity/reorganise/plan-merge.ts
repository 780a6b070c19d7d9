import type { Tx } from '#platform/database'
import { refuseIdentity } from '../refusals.ts'
import { children } from '../units.ts'
import type { Reorganisation, ReorganisationPlan } from './reorganisation.ts'
import { getMovable, postsFrom, refuseLoop } from './standing.ts'

type Merge = Extract<Reorganisation, { kind: 'merge' }>

/** Units of one kind become one: an existing or a new one takes their children, posts and open cases. */
export async function planMerge(tx: Tx, { units, into, on }: Merge): Promise<ReorganisationPlan> {
  const closing = await standing(tx, [...new Set(units)], on)
  const first = closing[0]!
  const existing = typeof into === 'number' ? await getMovable(tx, into, on) : undefined
  const kinds = new Set([...closing, ...(existing ? [existing] : [])].map(({ kind }) => kind))
  if (kinds.size > 1) throw refuseIdentity('identity.kinds-differ')
  if (closing.some(({ id }) => id === into) || (!existing && closing.length < 2))
    throw refuseIdentity('identity.too-few')
  const to = existing?.id ?? -1
  const founds = typeof into === 'number' ? [] : [{ ...into, kind: first.kind, parent: first.parent }]
  const plan = { kind: 'merge' as const, on, about: to, founds, closes: closing.map(({ id }) => id) }
  const [moves, posts] = [[], []] as [{ child: number; to: number }[], { post: number; to: number }[]]
  for (const { id } of closing) {
    for (const child of await children(tx, id, on))
      moves.push({ child: await movable(tx, child.id, existing?.id, on), to })
    for (const { post } of await postsFrom(tx, id, on)) posts.push({ post, to })
  }
  const heirs = plan.closes.map((predecessor) => ({ predecessor, successor: to }))
  return { ...plan, moves, posts, heirs, homes: plan.closes.map((from) => ({ from, to })) }
}

async function standing(tx: Tx, ids: readonly number[], on: string) {
  if (ids.length === 0) throw refuseIdentity('identity.too-few')
  const found = []
  for (const id of ids) found.push(await getMovable(tx, id, on))
  return found
}

async function movable(tx: Tx, child: number, to: number | undefined, on: string): Promise<number> {
  await getMovable(tx, child, on)
  if (to !== undefined) await refuseLoop(tx, child, to, on)
  return child
}
