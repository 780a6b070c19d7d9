import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { importBatch } from './import-batch.ts'
import { type Line, readLines } from './import-lines.ts'
import type { RefusedRow } from './import-refusals.ts'
import { type ImportRow, type NoRow, readRow } from './import-row.ts'
import type { ImportTarget } from './import-target.ts'
import { wallTime } from './import-time.ts'

export interface ImportRun {
  readonly database: Database
  readonly clock: Clock
  readonly target: ImportTarget
  /** A file of one JSON object a line: id, time, subject, detail. */
  readonly file: string
  /** What the file is called for good: it tells its ids from those of other files. */
  readonly source: string
  /** Ends the import after the batch at work. */
  readonly signal?: AbortSignal
  readonly onProgress?: (so: ImportReport) => void
  readonly onRefused?: (row: RefusedRow) => void
}

export interface ImportReport {
  /** Lines read that are not empty. */
  readonly read: number
  readonly imported: number
  /** Rows of this source that the district had already. */
  readonly known: number
  readonly refused: number
  /** False where the signal came first. */
  readonly finished: boolean
}

const BATCH = 500

/**
 * Takes the messages of a file as history at their own dates: no clock, no reminder, nobody is told. Every batch is
 * committed whole or not at all, so a stopped or killed import is run again and doubles nothing.
 */
export async function importHistory(run: ImportRun): Promise<ImportReport> {
  const importing = new Importing(run)
  for await (const line of readLines(run.file)) {
    if (run.signal?.aborted) return importing.report
    await importing.take(line)
  }
  if (run.signal?.aborted) return importing.report
  await importing.send()
  return { ...importing.report, finished: true }
}

class Importing {
  readonly report = { read: 0, imported: 0, known: 0, refused: 0, finished: false }
  readonly #run: ImportRun
  readonly #now: string
  readonly #seen = new Set<string>()
  #batch: ImportRow[] = []

  constructor(run: ImportRun) {
    this.#run = run
    this.#now = wallTime(run.clock.now(), run.target.timeZone)
  }

  async take(line: Line): Promise<void> {
    this.report.read += 1
    const row = 'text' in line ? readRow(line.text, this.#now, this.#run.target.subjects) : { ...line, id: null }
    if ('refused' in row) return this.#refuse(line, row)
    if (this.#seen.has(row.id)) return this.#refuse(line, { id: row.id, refused: 'id-twice' })
    this.#seen.add(row.id)
    this.#batch.push(row)
    if (this.#batch.length === BATCH) await this.send()
  }

  /** Commits what has been gathered. */
  async send(): Promise<void> {
    if (this.#batch.length > 0) {
      const { database, target, source, clock } = this.#run
      const made = await importBatch(database, target, source, this.#batch, clock.now())
      this.report.imported += made
      this.report.known += this.#batch.length - made
      this.#batch = []
    }
    this.#run.onProgress?.({ ...this.report })
  }

  #refuse({ line }: Line, { id, refused: reason }: NoRow): void {
    this.report.refused += 1
    this.#run.onRefused?.({ line, id, reason })
  }
}
