import { explain, limitWords, remaining, remainingWords, type WorkCalendar } from '#kernel/calendar'
import type { Actor } from '#kernel/identity'
import type { CaseType } from './case-type.ts'
import { limitClockOf } from './clocks.ts'
import type { ClockView, UnitRef } from './contract.ts'
import type { ClockRow } from './snapshot.ts'

interface Context {
  readonly actor: Actor
  readonly units: (id: number) => UnitRef
  readonly calendar: (unit: number) => WorkCalendar
  readonly now: Date
}

/** A clock as a person reads it: until when, why then, and how much is left. */
export function clockView(row: ClockRow, type: CaseType, { actor, units, calendar, now }: Context): ClockView {
  const clock = limitClockOf(row)
  const runs = row.state === 'running' || row.state === 'paused'
  return {
    id: row.id,
    name: row.name,
    label: type.clocks[row.name]?.label ?? { zh: row.name },
    unit: units(row.unit_id),
    state: row.state,
    startedAt: new Date(row.started_at).toISOString(),
    dueAt: clock.due.toISOString(),
    stoppedAt: row.stopped_at === null ? null : new Date(row.stopped_at).toISOString(),
    overdue: row.state === 'missed' || (row.state === 'running' && clock.due < now),
    provisional: row.provisional,
    ruleId: row.rule_id,
    limit: limitWords(row.amount, row.unit, actor.language),
    derivation: explain(row.derivation, actor.language),
    remaining: runs ? remainingWords(remaining(clock, now, calendar(row.calendar_unit)), actor.language) : '',
  }
}
