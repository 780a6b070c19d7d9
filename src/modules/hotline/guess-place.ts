/** A place that a text may name. */
export interface NamedPlace {
  readonly id: number
  readonly name: { readonly zh: string; readonly en?: string }
  readonly unit: number | null
}

// One character names nothing: '东' is in every second text.
const shortest = 2

/** The place with the longest name that stands in the text ('向阳花园二期' before '向阳花园'); null where none does. */
export function guessPlace<P extends NamedPlace>(text: string, places: readonly P[]): P | null {
  let best: P | null = null
  for (const place of places) {
    const { length } = place.name.zh
    if (length >= shortest && length > (best?.name.zh.length ?? 0) && text.includes(place.name.zh)) best = place
  }
  return best
}
