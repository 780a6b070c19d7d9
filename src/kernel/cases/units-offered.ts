import { type Actor, type Unit, unitTree } from '#kernel/identity'
import { dateOf } from '#platform/clock'
import type { VerbDeclaration } from './case-type.ts'
import type { Engine } from './engine.ts'
import { type Snapshot, unitsOf } from './snapshot.ts'

const freshFor = 5_000
const trees = new WeakMap<Engine, Map<number, { made: number; tree: Promise<readonly Unit[]> }>>()

/** All units of a district with today's names, kept for some seconds. */
export function unitsToday(engine: Engine, district: number): Promise<readonly Unit[]> {
  const kept = trees.get(engine) ?? new Map()
  trees.set(engine, kept)
  const known = kept.get(district)
  if (known && performance.now() - known.made < freshFor) return known.tree
  const tree = engine.database.as('worker', { district }, (tx) => unitTree(tx, dateOf(engine.clock.now())))
  kept.set(district, { made: performance.now(), tree })
  tree.catch(() => kept.delete(district))
  return tree
}

/**
 * The units that a verb may name: 'below' the actor's own, 'all' working units, or those with a part in the case.
 * Units with an interest in the matter are never among them; the place's own community and street come first.
 */
export async function offeredUnits(
  engine: Engine,
  actor: Actor,
  declared: VerbDeclaration,
  snapshot: Snapshot,
): Promise<Unit[]> {
  const units = await unitsToday(engine, actor.district)
  const barred = unitsOf(snapshot.case.barred)
  const likely = likelyUnits(units, snapshot.case.community_unit)
  return units
    .filter((unit) => !barred.has(unit.id) && offered(unit, actor, declared, snapshot))
    .sort((a, b) => rank(likely, a.id) - rank(likely, b.id))
}

function offered(unit: Unit, actor: Actor, declared: VerbDeclaration, snapshot: Snapshot): boolean {
  if (unit.kind === 'district') return false
  switch (declared.units) {
    case 'below':
      return actor.posts.some(
        (post) => post.unit !== unit.id && (post.reach.has(unit.id) || isPeer(unit, post.unit, snapshot)),
      )
    case 'parties':
      return unitsOf(snapshot.case.seen_by).has(unit.id)
    default:
      return unit.kind !== 'centre'
  }
}

// The centre stands beside the streets, yet passes work to them for the district.
const isPeer = (unit: Unit, own: number, snapshot: Snapshot) =>
  own === snapshot.case.intake_unit && unit.kind !== 'centre'

function likelyUnits(units: readonly Unit[], community: number | null): number[] {
  if (community === null) return []
  const parent = units.find((unit) => unit.id === community)?.parent
  return parent ? [parent, community] : [community]
}

const rank = (likely: number[], id: number) => (likely.includes(id) ? likely.indexOf(id) : likely.length)
