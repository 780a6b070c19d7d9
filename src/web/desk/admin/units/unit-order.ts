import type { listUnits } from '#kernel-contract/identity'
import type { ResponseOf } from '#platform/contract'

export type Unit = ResponseOf<typeof listUnits>['units'][number]

export interface PlacedUnit {
  readonly unit: Unit
  readonly depth: number
}

/** The units from the top down, each followed by what lies under it, in the order given. */
export function inTreeOrder(units: readonly Unit[]): PlacedUnit[] {
  const known = new Set(units.map(({ id }) => id))
  const under = (parent: number | null, depth: number): PlacedUnit[] =>
    units
      .filter((unit) => (unit.parent !== null && known.has(unit.parent) ? unit.parent : null) === parent)
      .flatMap((unit) => [{ unit, depth }, ...under(unit.id, depth + 1)])
  return under(null, 0)
}
