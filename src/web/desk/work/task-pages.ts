import type { TaskRow } from '#kernel-contract/cases'

export type { TaskRow } from '#kernel-contract/cases'

export interface TaskPage {
  readonly rows: readonly TaskRow[]
  readonly next: string | null
}

export interface Changed {
  readonly pages: readonly TaskPage[]
  /** Rows that stand where they stood, with newer words. */
  readonly freshened: readonly number[]
  /** Rows that left the queue while it was being read. They stay, dimmed, until the person asks for the new list. */
  readonly gone: readonly number[]
  /** Rows that the queue has gained; not shown before they are asked for, so that nothing jumps. */
  readonly arrived: readonly number[]
}

/**
 * Puts newly read pages into the list without moving a row. `changed` are the cases of which the stream spoke:
 * only of those does absence from a page mean that the task has left.
 */
export function freshen(pages: readonly TaskPage[], read: readonly TaskPage[], changed: ReadonlySet<number>): Changed {
  const fresh = new Map(read.flatMap(({ rows }) => rows).map((row) => [row.id, row]))
  const shown = pages.flatMap(({ rows }) => rows)
  const known = new Set(shown.map(({ id }) => id))
  const differs = ({ id, version, remaining }: TaskRow) => {
    const newer = fresh.get(id)
    return newer !== undefined && (newer.version !== version || newer.remaining !== remaining)
  }
  return {
    pages: pages.map((page) => ({ ...page, rows: page.rows.map((row) => fresh.get(row.id) ?? row) })),
    freshened: shown.filter(differs).map(({ id }) => id),
    gone: shown.filter(({ id, caseId }) => changed.has(caseId) && !fresh.has(id)).map(({ id }) => id),
    arrived: [...fresh.keys()].filter((id) => !known.has(id)),
  }
}

/** Which pages hold rows of these cases, by their place in the list. */
export function pagesOf(pages: readonly TaskPage[], changed: ReadonlySet<number>): number[] {
  return pages.flatMap(({ rows }, index) => (rows.some(({ caseId }) => changed.has(caseId)) ? [index] : []))
}
