import { sql } from 'kysely'
import { type NewEvent, record } from '#kernel/events'
import { dateOf } from '#platform/clock'
import type { Tx } from '#platform/database'
import { checkSetting } from './check-setting.ts'
import { refuseSetting } from './refusals.ts'
import type { Rule } from './rule.ts'
import { findRule, ruleHistory } from './rules.ts'

export interface SettingChange {
  readonly key: string
  readonly value: unknown
  /** As before when left out. */
  readonly unit?: string
  /** The calendar date from which it stands: today or later. */
  readonly from: string
  /** The document or decision behind it. */
  readonly source: string
  readonly at: Date
}

/**
 * Sets a district's own value of a rule from a date on: the value before it ends that day, one that starts later stays.
 * A value that starts on the same day is corrected; the event keeps what stood there. Running clocks keep their limit.
 * The caller has asked may().
 * @returns the id of the setting's row
 * @throws Refusal of settings.* that says what to correct
 */
export async function changeSetting(tx: Tx, actor: NewEvent['actor'], change: SettingChange): Promise<number> {
  const { key, value, from, at } = change
  const source = change.source.trim()
  if (source === '') throw refuseSetting('settings.source')
  refusePast(from, at)
  const present = await findRule(tx, key, from)
  if (!present) throw refuseSetting('settings.unknown', { key })
  const unit = change.unit ?? present.unit
  checkSetting({ value, unit }, present, await platformRule(tx, key, from))
  const id = await write(tx, present, { value, unit, source, from })
  const before = { value: present.value, unit: present.unit, own: present.own }
  await record(tx, {
    subject: 'setting',
    subjectId: id,
    verb: 'change',
    actor,
    at,
    data: { key, from, value, unit, source, before },
  })
  return id
}

function refusePast(from: string, at: Date): void {
  const today = dateOf(at)
  if (from < today) throw refuseSetting('settings.past', { today })
}

async function platformRule(tx: Tx, key: string, date: string): Promise<Rule | null> {
  const history = await ruleHistory(tx, key)
  const stands = ({ effective: { from, until } }: Rule) => (from ?? '') <= date && (until === null || date < until)
  return history.find((rule) => !rule.own && stands(rule)) ?? null
}

interface Row {
  readonly value: unknown
  readonly unit: string | null
  readonly source: string
  readonly from: string
}

async function write(tx: Tx, present: Rule, row: Row): Promise<number> {
  if (present.own && present.effective.from === row.from) return await correct(tx, present.id, row)
  if (present.own) {
    await sql`update setting set effective = daterange(lower(effective), ${row.from}::date) where id = ${present.id}`.execute(
      tx,
    )
  }
  return await insert(tx, present, row)
}

async function correct(tx: Tx, id: number, { value, unit, source }: Row): Promise<number> {
  await sql`update setting set value = ${JSON.stringify(value)}::jsonb, unit = ${unit}, source = ${source} where id = ${id}`.execute(
    tx,
  )
  return id
}

async function insert(tx: Tx, present: Rule, { value, unit, source, from }: Row): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into setting (district_id, key, title, value, unit, starts, rule_id, source, level, checked, may_change, choices, effective)
    select app_district(), key, title, ${JSON.stringify(value)}::jsonb, ${unit}, starts, rule_id, ${source}, 'district', 'F',
      may_change, choices, daterange(${from}::date, (select min(lower(later.effective)) from setting later
        where later.key = s.key and later.district_id = app_district() and lower(later.effective) > ${from}::date))
    from setting s where s.id = ${present.id}
    returning id`.execute(tx)
  return rows[0]!.id
}
