import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Amount, Rule } from './rule.ts'

const columns = sql`s.id, s.key, s.title, s.value, s.unit, s.starts, s.rule_id as "ruleId", s.source, s.level, s.checked,
  s.may_change as "mayChange", s.choices, s.district_id is not null as own,
  jsonb_build_object('from', lower(s.effective), 'until', upper(s.effective)) as effective`

/** Every rule that stands on a calendar date and whose key begins with the prefix; '' for all. A district's own goes first. */
export async function rulesAt(tx: Tx, prefix: string, date: string): Promise<Rule[]> {
  const { rows } = await sql<Rule>`
    select distinct on (s.key) ${columns} from setting s
    where starts_with(s.key, ${prefix}) and s.effective @> ${date}::date
    order by s.key, s.district_id nulls last`.execute(tx)
  return rows
}

/**
 * The rule that stands on a calendar date; the district's own goes before the platform's.
 * @throws Error where no row of that key is in force: the migrations seed every key that code asks for
 */
export async function ruleAt<T = unknown>(tx: Tx, key: string, date: string): Promise<Rule<T>> {
  const rule = await findRule<T>(tx, key, date)
  if (!rule) throw new Error(`no setting ${key} is in force on ${date}`)
  return rule
}

/** The same, or null where the key has no row on that date. */
export async function findRule<T = unknown>(tx: Tx, key: string, date: string): Promise<Rule<T> | null> {
  const { rows } = await sql<Rule<T>>`
    select ${columns} from setting s where s.key = ${key} and s.effective @> ${date}::date
    order by s.district_id nulls last limit 1`.execute(tx)
  return rows[0] ?? null
}

/** The number of an amount, in the unit of the setting. @throws Error as ruleAt, and where the value is no amount */
export async function amountAt(tx: Tx, key: string, date: string): Promise<number> {
  return amountOf(await ruleAt(tx, key, date))
}

/** The number of a rule that says how many or how long. @throws Error where its value is no amount */
export function amountOf(rule: Rule): number {
  const { amount } = rule.value as Amount
  if (typeof amount !== 'number') throw new Error(`the setting ${rule.key} holds no amount`)
  return amount
}

/** Every value that a key had, has or is to have, oldest first: the platform's and the district's own. */
export async function ruleHistory(tx: Tx, key: string): Promise<Rule[]> {
  const { rows } = await sql<Rule>`
    select ${columns} from setting s where s.key = ${key} order by lower(s.effective) nulls first, own, s.id`.execute(
    tx,
  )
  return rows
}

/** Changes with every committed change of any rule that this district reads: the version of a cached copy. */
export async function settingVersion(tx: Tx): Promise<string> {
  const { rows } = await sql<{ version: string }>`select setting_version() as version`.execute(tx)
  return rows[0]!.version
}
