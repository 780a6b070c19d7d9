import { sql } from 'kysely'
import type { Engine } from '#kernel/cases'
import { dateOf } from '#platform/clock'
import { kindLabels, type PublicFigures } from './contract.ts'

const freshFor = 60_000
const kept = new WeakMap<Engine, Map<string, { made: number; figures: Promise<PublicFigures> }>>()

/** A month's volumes as the public reads them, counted by the house for the whole district; 'YYYY-MM'. @rule H14 */
export function monthlyFigures(
  engine: Engine,
  district: number,
  month = dateOf(engine.clock.now()).slice(0, 7),
): Promise<PublicFigures> {
  const months = kept.get(engine) ?? new Map()
  kept.set(engine, months)
  const key = `${district} ${month}`
  const known = months.get(key)
  if (known && performance.now() - known.made < freshFor) return known.figures
  const figures = count(engine, district, month)
  months.set(key, { made: performance.now(), figures })
  figures.catch(() => months.delete(key))
  return figures
}

async function count(engine: Engine, district: number, month: string): Promise<PublicFigures> {
  const rows = await engine.database.as('worker', { district }, async (tx) => {
    const counted = await sql<
      { kind: keyof typeof kindLabels } & Record<'received' | 'closed' | 'in_limit' | 'rated' | 'satisfied', number>
    >`
      select c.kind, count(*)::int as received, (count(*) filter (where c.phase = 2))::int as closed,
        (count(*) filter (where c.phase = 2 and not exists (
          select from clock k where k.district_id = c.district_id and k.case_id = c.id and k.name = 'handle' and k.state = 'missed')))::int as in_limit,
        count(c.satisfaction)::int as rated, (count(*) filter (where c.satisfaction >= 3))::int as satisfied
      from cases c join district d on d.id = c.district_id
      where c.received_at >= ${`${month}-01`}::timestamp at time zone d.time_zone
        and c.received_at < (${`${month}-01`}::timestamp + interval '1 month') at time zone d.time_zone
      group by c.kind`.execute(tx)
    return counted.rows
  })
  const sum = (of: 'received' | 'closed' | 'in_limit' | 'rated' | 'satisfied') =>
    rows.reduce((total, row) => total + row[of], 0)
  return {
    month,
    received: sum('received'),
    closed: sum('closed'),
    closedInLimit: sum('in_limit'),
    rated: sum('rated'),
    satisfied: sum('satisfied'),
    byKind: Object.entries(kindLabels).map(([kind, label]) => ({
      kind,
      label,
      count: rows.find((row) => row.kind === kind)?.received ?? 0,
    })),
  }
}
