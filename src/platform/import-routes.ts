import type { FastifyInstance } from 'fastify'
import type { Route } from './contract.ts'
import type { Database, Scope, Tx } from './database.ts'
import { type CallActor, handle } from './http.ts'
import { once } from './idempotency.ts'
import type { ImportReport } from './import-report.ts'
import { preview } from './import-rows.ts'
import { type Column, readSheet, type SheetRow, sheetTemplate } from './sheet.ts'
import { acceptUploads, takeUpload } from './take-upload.ts'

/** How one kind of sheet is taken in. */
export interface SheetImport<A extends CallActor, K extends string> {
  readonly database: Database
  readonly columns: readonly Column<K>[]
  readonly now: () => Date
  /** The largest sheet in bytes and in rows, as the settings of the day say. */
  readonly limits: (tx: Tx) => Promise<{ bytes: number; rows: number }>
  readonly keyOf: (actor: A) => string
  readonly scopeOf: (actor: A) => Scope
  readonly take: (tx: Tx, actor: A, rows: readonly SheetRow<K>[]) => Promise<ImportReport>
}

interface ImportDoors {
  readonly template: Route
  readonly preview: Route
  readonly create: Route
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Adds the three doors of an import: the template, the preview, and the import itself. */
export function addImportRoutes<A extends CallActor, K extends string>(
  app: FastifyInstance,
  doors: ImportDoors,
  sheet: SheetImport<A, K>,
): void {
  acceptUploads(app)
  const { database, columns, take } = sheet
  const limitsFor = (actor: A) => database.as('staff', sheet.scopeOf(actor), sheet.limits)

  handle(app, doors.template, async ({ language, reply }) => {
    reply.type(XLSX).header('content-disposition', 'attachment; filename="template.xlsx"')
    return (await sheetTemplate(columns, language)) as unknown as undefined
  })
  handle(app, doors.preview, async ({ actor, raw }) => {
    const limits = await limitsFor(actor as A)
    const { file } = await takeUpload(raw, limits.bytes)
    const rows = await readSheet(file.content, columns, limits.rows)
    return await preview(database, 'staff', sheet.scopeOf(actor as A), (tx) => take(tx, actor as A, rows))
  })
  handle(app, doors.create, async ({ actor, raw, idempotency: sent }) => {
    const limits = await limitsFor(actor as A)
    const { file, idempotency } = await takeUpload(raw, limits.bytes, sent)
    const rows = await readSheet(file.content, columns, limits.rows)
    return await database.as('staff', sheet.scopeOf(actor as A), (tx) =>
      once(tx, sheet.keyOf(actor as A), idempotency, sheet.now(), () => take(tx, actor as A, rows)),
    )
  })
}
