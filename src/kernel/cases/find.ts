import { sql } from 'kysely'
import type { Actor } from '#kernel/identity'
import { type CaseSearch, searchCases } from '#kernel/search'
import type { QueryOf, ResponseOf } from '#platform/contract'
import type { Tx } from '#platform/database'
import { getCaseType } from './case-type.ts'
import type { CaseRow, findCases } from './contract.ts'
import type { Engine } from './engine.ts'
import { idOfNumber, numberOf } from './number.ts'
import { unitRefs } from './unit-refs.ts'

interface Row {
  readonly id: number
  readonly type: string
  readonly title: string
  readonly kind: string
  readonly state: string
  readonly phase: number
  readonly received_at: Date
  readonly due_at: Date | null
  readonly community_unit: number | null
  readonly lead_unit: number | null
}

const columns = sql`c.id, c.type, c.title, c.kind, c.state, c.phase, c.received_at, c.due_at, c.community_unit, c.lead_unit`

/**
 * Cases by number, words, place, phone or requester, newest first, as far as the actor sees them. Who a phone belongs to
 * is answered by `peopleOnPhone`, given by the people part's reader.
 */
export async function findWork(
  engine: Engine,
  actor: Actor,
  query: QueryOf<typeof findCases>,
  peopleOnPhone: (tx: Tx, phone: string) => Promise<number[]>,
): Promise<ResponseOf<typeof findCases>> {
  const { rows, next } = await engine.database.as('staff', actor.scope, (tx) => pageOf(tx, query, peopleOnPhone))
  const units = await unitRefs(engine, actor.district)
  return { rows: rows.map((row) => view(row, units)), next }
}

interface Page {
  readonly rows: readonly Row[]
  readonly next: number | null
}

async function pageOf(
  tx: Tx,
  { q, requester, place, before, limit = 20 }: QueryOf<typeof findCases>,
  peopleOnPhone: (tx: Tx, phone: string) => Promise<number[]>,
): Promise<Page> {
  const byNumber = q ? idOfNumber(q) : null
  if (byNumber !== null) {
    const exact = await ofIds(tx, [byNumber])
    if (exact.length > 0) return { rows: exact, next: null }
  }
  const phone = q?.normalize('NFKC').replace(/[\s-]/g, '') ?? ''
  if (/^\+?\d{7,14}$/.test(phone))
    return endedBy(limit, await ofRequesters(tx, await peopleOnPhone(tx, phone), before, limit))
  if (requester) return endedBy(limit, await ofRequesters(tx, [requester], before, limit))
  if (q) return await ofWords(tx, { q, limit, ...(before !== undefined && { before }) })
  return endedBy(limit, await newest(tx, place, before, limit))
}

const endedBy = (limit: number, rows: readonly Row[]): Page => ({
  rows,
  next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null,
})

async function ofIds(tx: Tx, ids: readonly number[]): Promise<Row[]> {
  const { rows } = await sql<Row>`select ${columns} from cases c
    where c.district_id = app_district() and c.id = any (${ids}) order by c.id desc`.execute(tx)
  return rows
}

async function ofRequesters(
  tx: Tx,
  people: readonly number[],
  before: number | undefined,
  limit: number,
): Promise<Row[]> {
  const { rows } = await sql<Row>`select ${columns} from cases c
    where c.district_id = app_district() and c.requester_id = any (${people}) and c.id < ${before ?? Number.MAX_SAFE_INTEGER}
    order by c.id desc limit ${limit}`.execute(tx)
  return rows
}

async function ofWords(tx: Tx, search: CaseSearch): Promise<Page> {
  const { ids, next } = await searchCases(tx, search)
  return { rows: await ofIds(tx, ids), next }
}

async function newest(tx: Tx, place: number | undefined, before: number | undefined, limit: number): Promise<Row[]> {
  const { rows } = await sql<Row>`select ${columns} from cases c
    where c.district_id = app_district() and c.id < ${before ?? Number.MAX_SAFE_INTEGER}
      and (${place ?? null}::bigint is null or c.place_id = ${place ?? null})
    order by c.id desc limit ${limit}`.execute(tx)
  return rows
}

function view(row: Row, units: Awaited<ReturnType<typeof unitRefs>>): CaseRow {
  const type = getCaseType(row.type)
  return {
    id: row.id,
    number: numberOf(row.id),
    title: row.title,
    kind: row.kind,
    kindLabel: type.kinds[row.kind] ?? { zh: row.kind },
    stateLabel: type.states[row.state]?.label ?? { zh: row.state },
    phase: row.phase,
    receivedAt: row.received_at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    community: row.community_unit === null ? null : units(row.community_unit),
    lead: row.lead_unit === null ? null : units(row.lead_unit),
  }
}
