import { sql } from 'kysely'
import type { Clock } from '#platform/clock'
import type { Tx } from '#platform/database'
import { districtDate } from '../units.ts'
import type { CaseHomes, HomeMove } from './reorganisation.ts'

interface Due {
  readonly id: number
  readonly homes: readonly HomeMove[]
}

/**
 * Lets open cases follow the units whose day has come: each once, however many processes ask. Closed cases keep their
 * unit. Run it as the worker, when the district's day begins.
 * @returns how many cases followed
 */
export async function rehomeDue(tx: Tx, cases: CaseHomes, clock: Clock): Promise<number> {
  const today = await districtDate(tx, clock.now())
  const { rows } = await sql<Due>`
    select id, homes from reorganisation
    where district_id = app_district() and rehomed_at is null and on_day <= ${today}::date
    order by on_day, id for update skip locked`.execute(tx)
  let followed = 0
  for (const { id, homes } of rows) {
    for (const home of homes) followed += await follow(tx, cases, home, clock.now())
    await sql`update reorganisation set rehomed_at = ${clock.now()} where id = ${id}`.execute(tx)
  }
  return followed
}

async function follow(tx: Tx, cases: CaseHomes, { from, to, beside }: HomeMove, at: Date): Promise<number> {
  const open = await cases.openAt(tx, from, beside)
  for (const caseId of open) await cases.rehome(tx, caseId, from, to, at)
  return open.length
}
