import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Engine } from '#kernel/cases'
import type { QueryOf, ResponseOf } from '#platform/contract'
import { kindLabels, type listPublications, type Publication } from './contract.ts'

interface Row {
  readonly id: number
  readonly number: string
  readonly kind: keyof typeof kindLabels
  readonly community: Static<typeof Publication>['community']
  readonly title: string
  readonly request: string
  readonly reply: string
  readonly received_on: string
  readonly replied_on: string
  readonly within_limit: boolean | null
  readonly satisfaction: number | null
}

const columns = sql`id, number, kind, community, title, request, reply, received_on, replied_on, within_limit, satisfaction`

/** Released publications, newest first; words are looked for in what the public may read, nowhere else. */
export async function publications(
  engine: Engine,
  district: number,
  { q, before, limit = 20 }: QueryOf<typeof listPublications>,
): Promise<ResponseOf<typeof listPublications>> {
  const words = q?.trim() ? `%${q.trim().replace(/[\\%_]/g, '\\$&')}%` : null
  const rows = await engine.database.as('portal', { district }, async (tx) => {
    const found = await sql<Row>`select ${columns} from publication
      where released_at is not null and withdrawn_at is null and id < ${before ?? Number.MAX_SAFE_INTEGER}
        and (${words}::text is null or title ilike ${words} or request ilike ${words} or reply ilike ${words})
      order by id desc limit ${limit}`.execute(tx)
    return found.rows
  })
  return { rows: rows.map(view), next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null }
}

/** One publication by the number of its case; null where none is released. */
export async function findPublication(engine: Engine, district: number, number: string): Promise<Publication | null> {
  return await engine.database.as('portal', { district }, async (tx) => {
    const { rows } = await sql<Row>`select ${columns} from publication
      where number = ${number} and released_at is not null and withdrawn_at is null limit 1`.execute(tx)
    return rows[0] ? view(rows[0]) : null
  })
}

const view = (row: Row): Publication => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  kindLabel: kindLabels[row.kind],
  community: row.community,
  title: row.title,
  request: row.request,
  reply: row.reply,
  receivedOn: row.received_on,
  repliedOn: row.replied_on,
  withinLimit: row.within_limit,
  satisfaction: row.satisfaction,
})
