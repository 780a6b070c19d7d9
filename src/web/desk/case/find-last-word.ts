import type { CaseView, TimelineEntry } from '#kernel-contract/cases'

interface LastWord {
  readonly entry: TimelineEntry
  readonly words: string
}

/** What the last person to act on an open case wrote; null when they wrote nothing, or nobody has acted since intake. */
export function findLastWord({ phase, timeline }: Pick<CaseView, 'phase' | 'timeline'>): LastWord | null {
  if (phase === 'closed') return null
  // The house acts for no unit: its reminders do not hide what a person said before them.
  const entry = timeline.findLast(({ unit }) => unit !== null)
  const words = entry?.texts.findLast(({ kind }) => kind !== 'request')?.body
  return entry && words ? { entry, words } : null
}
