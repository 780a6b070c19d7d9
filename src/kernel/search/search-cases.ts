import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { queryTokens } from '#platform/text-query'

export interface CaseSearch {
  /** What was typed: words, part of a place, the number another house gave. */
  readonly q: string
  /** Only cases older than this id: the `next` of the page before. */
  readonly before?: number
  readonly limit: number
}

export interface CasePage {
  /** Newest first. */
  readonly ids: readonly number[]
  /** Where the next page begins; null when nothing is left. */
  readonly next: number | null
}

// Of one unit's matches few are hidden (sealed, barred), so more rounds than this mean a reader who may see next to nothing.
const ROUNDS = 20

/** The cases that the caller may see and that hold everything typed; a page is full unless nothing is left. */
export async function searchCases(tx: Tx, { q, before, limit }: CaseSearch): Promise<CasePage> {
  const { groups } = queryTokens(q)
  const ids: number[] = []
  let from = before ?? null
  for (let round = 0; round < ROUNDS && ids.length < limit; round++) {
    const candidates = await candidatesOf(tx, groups, from, limit)
    ids.push(...candidates.filter(({ visible }) => visible).map(({ id }) => id))
    if (candidates.length < limit) return pageOf(ids, limit, null)
    from = candidates.at(-1)!.id
  }
  return pageOf(ids, limit, from)
}

function pageOf(ids: number[], limit: number, from: number | null): CasePage {
  return ids.length > limit ? { ids: ids.slice(0, limit), next: ids[limit - 1]! } : { ids, next: from }
}

async function candidatesOf(tx: Tx, groups: readonly string[], before: number | null, limit: number) {
  const { rows } = await sql<{ id: number; visible: boolean }>`
    select s.id, exists (select from cases c where c.district_id = app_district() and c.id = s.id) as visible
    from search_cases(${groups}, ${before}, ${limit}) s(id) order by s.id desc`.execute(tx)
  return rows
}
