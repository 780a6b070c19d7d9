/** A community as imports look for it in a text. */
export interface NamedCommunity {
  readonly id: number
  readonly name: { readonly zh: string }
}

/** The community whose whole name stands in the text, the longest one where several do; null where none does. */
export function communityIn(text: string, communities: readonly NamedCommunity[]): number | null {
  let best: NamedCommunity | null = null
  for (const community of communities) {
    const { length } = community.name.zh
    if (length > (best?.name.zh.length ?? 0) && text.includes(community.name.zh)) best = community
  }
  return best?.id ?? null
}
