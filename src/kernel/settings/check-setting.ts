import { refuseSetting } from './refusals.ts'
import type { Amount, Rule } from './rule.ts'

const limitUnits = ['H', 'WH', 'CD', 'WD', 'M', 'Y']
const wholeUnits = new Set([
  'CD',
  'WD',
  'M',
  'Y',
  'times',
  'levels',
  'characters',
  'classes',
  'files',
  'cases',
  'bytes',
])

interface Proposed {
  readonly value: unknown
  readonly unit: string | null
}

/**
 * Refuses a value that code could not use, or that the law behind the platform's rule does not leave to a district.
 * @throws Refusal settings.shape, settings.choice, settings.unit, settings.amount, settings.fixed or settings.looser
 */
export function checkSetting(proposed: Proposed, present: Rule, platform: Rule | null): void {
  const { key } = present
  if (!sameShape(proposed.value, present.value)) {
    throw refuseSetting('settings.shape', { key, present: JSON.stringify(present.value) })
  }
  if (present.choices && !present.choices.includes(proposed.value)) {
    throw refuseSetting('settings.choice', { key, choices: present.choices.join(' ') })
  }
  checkUnit(proposed, present)
  if (isAmount(proposed.value) && !amountFits(proposed.value.amount, proposed.unit)) {
    throw refuseSetting('settings.amount', { key })
  }
  if (platform) checkLatitude(proposed, platform)
}

function checkUnit({ unit }: Proposed, present: Rule): void {
  const limit = present.unit !== null && limitUnits.includes(present.unit)
  const units = limit ? limitUnits : [present.unit]
  if (units.includes(unit)) return
  throw refuseSetting('settings.unit', { key: present.key, unit: unit ?? '-', units: units.join(' ') })
}

function amountFits(amount: number, unit: string | null): boolean {
  if (!Number.isFinite(amount) || amount < 0) return false
  if (unit === 'share') return amount <= 1
  return !wholeUnits.has(unit ?? '') || Number.isInteger(amount)
}

// Days of different kinds can't be compared without a calendar, so a stricter value keeps the platform's unit.
function checkLatitude(proposed: Proposed, platform: Rule): void {
  const detail = { key: platform.key, rule: platform.ruleId ?? '', present: said(platform) }
  if (platform.mayChange === 'none') throw refuseSetting('settings.fixed', detail)
  if (platform.mayChange === 'any' || !isAmount(proposed.value) || !isAmount(platform.value)) return
  const difference = proposed.value.amount - platform.value.amount
  const stricter = platform.mayChange === 'lower' ? difference <= 0 : difference >= 0
  if (!stricter || proposed.unit !== platform.unit) throw refuseSetting('settings.looser', detail)
}

const said = ({ value, unit }: Rule) =>
  isAmount(value) ? `${value.amount} ${unit ?? ''}`.trim() : JSON.stringify(value)

const isAmount = (value: unknown): value is Amount =>
  typeof value === 'object' && value !== null && typeof (value as Amount).amount === 'number'

/** The same kinds of value under the same names; a list's entries are like the first entry of the present list. */
function sameShape(value: unknown, like: unknown): boolean {
  if (Array.isArray(like)) {
    return Array.isArray(value) && value.every((entry) => like.length === 0 || sameShape(entry, like[0]))
  }
  if (typeof like !== 'object' || like === null) return typeof value === typeof like && value !== null
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const [given, known] = [value as Record<string, unknown>, like as Record<string, unknown>]
  const names = Object.keys(given)
  if (names.length !== Object.keys(known).length) return false
  return names.every((name) => name in known && sameShape(given[name], known[name]))
}
