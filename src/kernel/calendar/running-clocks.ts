import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Derivation } from './derivation.ts'

/** A running clock as a changed calendar needs it. */
export interface RunningClock {
  readonly id: number
  readonly caseId: number
  readonly name: string
  readonly ruleId: string
  /** Whose working hours count. */
  readonly unit: number
  readonly provisional: boolean
  readonly derivation: Derivation
}

// A district may have 100,000 of them: they pass through memory a batch at a time.
const BATCH = 2_000

/** The running clocks that the transaction sees, that count by the calendar and end on or after an instant, by their ids. */
export async function* runningClocks(tx: Tx, endingFrom: Date): AsyncGenerator<RunningClock[]> {
  let last = 0
  for (;;) {
    const { rows } = await sql<RunningClock>`
      select id, case_id as "caseId", name, rule_id as "ruleId", calendar_unit as unit, provisional, derivation
      from clock
      where state = 'running' and district_id = app_district() and id > ${last} and due_at >= ${endingFrom}
        and derivation -> 0 ->> 'step' = 'start'
      order by id limit ${BATCH}`.execute(tx)
    if (rows.length > 0) yield rows
    if (rows.length < BATCH) return
    last = rows.at(-1)!.id
  }
}
