import type { Static } from 'typebox'
import type { Actor } from '#kernel/identity'
import { getPlace, guessPlace } from '#kernel/places'
import type { PlaceInput } from './contract.ts'
import type { HotlineHouse } from './house.ts'

/** A place as a case keeps it; one without id stands as 地址待核实. */
export interface CasePlace {
  readonly id?: number
  readonly text: string
  readonly community?: number
}

/** The place as said, with the community it lies in: by the register where one was chosen, else by the names in the words. */
export async function placeOf(house: HotlineHouse, actor: Actor, said: Static<typeof PlaceInput>): Promise<CasePlace> {
  const pool = actor.kind === 'staff' ? 'staff' : 'worker'
  return await house.database.as(pool, actor.scope, async (tx) => {
    const chosen = said.id === undefined ? null : await getPlace(tx, said.id)
    const unit = chosen ? chosen.unit : (await guessPlace(tx, said.text)).unit
    return { ...(chosen && { id: chosen.id }), text: said.text, ...(unit !== null && { community: unit }) }
  })
}
