import { sql } from 'kysely'
import type { Database, PoolName, Scope, Tx } from './database.ts'
import { Refusal } from './errors.ts'
import type { ImportReport, RowReport } from './import-report.ts'
import { refuseSheet, type SheetRow } from './sheet.ts'

/** What became of a row: a repeated import changes nothing. */
export type RowOutcome = 'added' | 'changed' | 'same'

const SHOWN = 2000

/**
 * Takes row after row in one transaction; a refused row is undone alone and reported, the others stay.
 * @throws whatever is no Refusal: then nothing stays
 */
export async function importRows<K extends string>(
  tx: Tx,
  rows: readonly SheetRow<K>[],
  { language, label }: { language: 'zh' | 'en'; label: K },
  importRow: (cells: SheetRow<K>['cells']) => Promise<RowOutcome>,
): Promise<ImportReport> {
  const reports: RowReport[] = []
  for (const row of rows) {
    const shown = { row: row.row, label: row.cells[label] ?? '' }
    await sql`savepoint import_row`.execute(tx)
    try {
      if (row.rounded.length > 0) throw refuseSheet('sheet.rounded', { column: row.rounded.join('、') })
      reports.push({ ...shown, outcome: await importRow(row.cells), sentence: null })
      await sql`release savepoint import_row`.execute(tx)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await sql`rollback to savepoint import_row`.execute(tx)
      reports.push({ ...shown, outcome: 'refused', sentence: error.sentence(language) })
    }
  }
  return summary(reports)
}

function summary(reports: readonly RowReport[]): ImportReport {
  const count = (wanted: RowReport['outcome']) => reports.filter(({ outcome }) => outcome === wanted).length
  const refused = reports.filter(({ outcome }) => outcome === 'refused')
  const others = reports.filter(({ outcome }) => outcome !== 'refused')
  const rows = [...refused, ...others].slice(0, SHOWN)
  return { added: count('added'), changed: count('changed'), same: count('same'), refused: refused.length, rows }
}

class Undone extends Error {}

/** What `work` would answer, with everything undone that it did: a preview that cannot differ from the real thing. */
export async function preview<T>(
  database: Database,
  role: PoolName,
  scope: Scope,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  let answer: { value: T } | undefined
  const undone = database.as(role, scope, async (tx) => {
    answer = { value: await work(tx) }
    throw new Undone()
  })
  await undone.catch((error) => {
    if (!(error instanceof Undone)) throw error
  })
  return answer!.value
}
