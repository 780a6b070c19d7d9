import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Language } from '#platform/http'
import { type Reason, reasons } from './channel.ts'
import type { NotificationView, TroubleView } from './contract.ts'
import { fill, type Parameters } from './template-text.ts'
import { findTemplate } from './templates.ts'

export interface Page {
  readonly before?: number
  readonly limit?: number
}

interface InboxRow {
  readonly id: number
  readonly template: string
  readonly parameters: Parameters
  readonly caseId: number | null
  readonly urgent: boolean
  readonly at: Date
  readonly readAt: Date | null
}

/** What a member was told in the app, newest first, in the reader's language. The scope names the member. */
export async function inbox(
  tx: Tx,
  { before, limit = 30, unread = false }: Page & { unread?: boolean },
  language: Language,
  timeZone: string,
) {
  const { rows } = await sql<InboxRow>`
    select id, template, parameters, case_id as "caseId", urgent, made_at as at, read_at as "readAt" from notification
    where district_id = app_district() and staff_id = app_member() and channel = 'inApp'
      and id < ${before ?? Number.MAX_SAFE_INTEGER} and (read_at is null or not ${unread})
    order by id desc limit ${limit}`.execute(tx)
  return {
    rows: rows.map((row) => lineOf(row, language, timeZone)),
    unread: await countUnread(tx),
    next: nextOf(rows, limit),
  }
}

/** How much of it is unread, counted up to 100. */
export async function countUnread(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from (select from notification where district_id = app_district() and staff_id = app_member()
      and channel = 'inApp' and read_at is null limit 100) unread`.execute(tx)
  return rows[0]!.count
}

function lineOf({ parameters, at, readAt, ...row }: InboxRow, language: Language, timeZone: string): NotificationView {
  const template = findTemplate(row.template)
  return {
    ...row,
    title: template?.title[language] ?? row.template,
    text: template ? fill(template.text[language], parameters, language, timeZone) : '',
    at: at.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  }
}

/** What did not get out, newest first, in the reader's language. The scope is the system administrator's. */
export async function troubles(tx: Tx, { before, limit = 30 }: Page, language: Language) {
  const { rows } = await sql<Omit<TroubleView, 'title' | 'words' | 'at'> & { at: Date }>`
    select id, template, channel, status, reason, attempts, case_id as "caseId", ended_at as at from notification
    where district_id = app_district() and status in ('failed', 'parked') and id < ${before ?? Number.MAX_SAFE_INTEGER}
    order by id desc limit ${limit}`.execute(tx)
  const lines = rows.map((row) => ({
    ...row,
    title: findTemplate(row.template)?.title[language] ?? row.template,
    words: reasons[row.reason as Reason][language],
    at: row.at.toISOString(),
  }))
  return { rows: lines, next: nextOf(rows, limit) }
}

export interface Told {
  readonly id: number
  readonly template: string
  readonly title: string
  readonly channel: string
  readonly status: string
  readonly at: Date
}

/** What was told about a case and whether it arrived, oldest first: for the case page, under its reader's scope. */
export async function toldAbout(tx: Tx, caseId: number, language: Language): Promise<Told[]> {
  const { rows } = await sql<Omit<Told, 'title'>>`
    select id, template, channel, status, coalesce(ended_at, sent_at, made_at) as at from notification
    where district_id = app_district() and case_id = ${caseId} order by id`.execute(tx)
  return rows.map((row) => ({ ...row, title: findTemplate(row.template)?.title[language] ?? row.template }))
}

const nextOf = (rows: readonly { id: number }[], limit: number) => (rows.length === limit ? rows.at(-1)!.id : null)
