import type { Static } from 'typebox'
import { type Engine, unitsToday } from '#kernel/cases'
import type { PlaceInput } from './contract.ts'

/** A place as a case keeps it. */
export interface CasePlace {
  readonly id?: number
  readonly text: string
  readonly community?: number
}

/** The place as said, with the community it lies in where that is known: by the register, else by the names in the words. */
export async function placeOf(engine: Engine, district: number, said: Static<typeof PlaceInput>): Promise<CasePlace> {
  const community = await communityNamed(engine, district, said.text)
  return { text: said.text, ...(community !== null && { community }) }
}

/** The community whose name stands in the words, the longest name first ('向阳东' before '向阳'). */
async function communityNamed(engine: Engine, district: number, text: string): Promise<number | null> {
  const units = await unitsToday(engine, district)
  const named = units
    .filter((unit) => unit.kind === 'community')
    .map((unit) => ({ id: unit.id, name: unit.name.zh.replace(/社区(居委会|居民委员会)?$/, '') }))
    .filter(({ name }) => name.length >= 2 && text.includes(name))
    .sort((a, b) => b.name.length - a.name.length)
  return named[0]?.id ?? null
}
