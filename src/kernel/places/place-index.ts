import { tokensOf } from '#platform/text-tokens'
import type { PlaceKind } from './contract.ts'
import { placeKey, placeText } from './place-key.ts'

/** What a place is called, as far as finding it is concerned. */
export interface Named {
  readonly kind: PlaceKind
  readonly name: { readonly zh: string; readonly en?: string }
  readonly aliases: readonly string[]
}

export interface PlaceIndex {
  /** Names as compared, the own one first. A building's stand behind its estate's: 3号楼 alone is no place. */
  readonly keys: string[]
  readonly tokens: string[]
}

/** @param above all it lies in, the nearest first */
export function placeIndex(place: Named, above: readonly Named[]): PlaceIndex {
  const [parent] = above
  const own = keysOf(place)
  const whole = place.kind === 'building' && parent && parent.kind !== 'oldName' ? under(keysOf(parent), own) : own
  const words = [place, ...(place.kind === 'oldName' ? above.slice(1) : above)].flatMap(namesOf)
  return { keys: [...new Set(whole)], tokens: [...new Set(words.flatMap((name) => tokensOf(placeText(name))))] }
}

const namesOf = ({ name, aliases }: Named) => [name.zh, ...(name.en ? [name.en] : []), ...aliases]

const keysOf = (named: Named) =>
  namesOf(named)
    .map(placeKey)
    .filter((key) => key !== '')

// A building that already bears its estate's name keeps it as it is.
const under = (above: readonly string[], own: readonly string[]) =>
  own.flatMap((name) => above.map((key) => (name.startsWith(key) ? name : key + name)))
