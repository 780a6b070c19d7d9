import type { TaskRow } from '#kernel-contract/cases'

export interface UnitLoad {
  readonly unit: TaskRow['unit']
  readonly overdue: number
  readonly soon: number
  /** The one that breaks first. */
  readonly first: TaskRow
}

/** What is late and what is near, by unit: the unit with most overdue first, then by what comes due first. */
export function byUnit(rows: readonly TaskRow[]): UnitLoad[] {
  const units = new Map<number, TaskRow[]>()
  for (const row of rows) units.set(row.unit.id, [...(units.get(row.unit.id) ?? []), row])
  return [...units.values()]
    .map(loadOf)
    .sort((a, b) => b.overdue - a.overdue || due(a.first).localeCompare(due(b.first)))
}

const due = ({ dueAt }: TaskRow) => dueAt ?? '9999'

function loadOf(rows: readonly TaskRow[]): UnitLoad {
  const [first, ...rest] = [...rows].sort((a, b) => due(a).localeCompare(due(b))) as [TaskRow, ...TaskRow[]]
  const all = [first, ...rest]
  const overdue = all.filter((row) => row.overdue).length
  return { unit: first.unit, overdue, soon: all.length - overdue, first }
}
