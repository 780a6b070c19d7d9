import type { UnitRef } from './contract.ts'
import type { Engine } from './engine.ts'
import { unitsToday } from './units-offered.ts'

/** Names units of a district as they are called today; a closed unit is named by its number. */
export async function unitRefs(engine: Engine, district: number): Promise<(id: number) => UnitRef> {
  const units = new Map((await unitsToday(engine, district)).map((unit) => [unit.id, unit]))
  return (id) => {
    const unit = units.get(id)
    return unit
      ? { id, name: unit.name, kind: unit.kind }
      : { id, name: { zh: `已撤销单位${id}`, en: `Closed unit ${id}` }, kind: 'community' }
  }
}
