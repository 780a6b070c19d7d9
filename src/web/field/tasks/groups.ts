import type { TaskRow } from '#kernel-contract/cases'
import { districtDate } from '#kit'

export const groupNames = ['overdue', 'today', 'week', 'later', 'open'] as const
export type GroupName = (typeof groupNames)[number]

export interface Group {
  readonly name: GroupName
  readonly rows: readonly TaskRow[]
}

const day = 24 * 3600 * 1000

/** Tasks by what breaks first, in the district's days; empty groups are left out, the order within is kept. */
export function groupsOf(rows: readonly TaskRow[], now: Date): Group[] {
  const grouped = Map.groupBy(rows, (row) => nameOf(row, now))
  return groupNames.flatMap((name) => {
    const found = grouped.get(name)
    return found ? [{ name, rows: found }] : []
  })
}

function nameOf({ dueAt, overdue }: TaskRow, now: Date): GroupName {
  if (dueAt === null) return 'open'
  if (overdue || new Date(dueAt) < now) return 'overdue'
  const due = districtDate(dueAt)
  if (due === districtDate(now)) return 'today'
  return due <= districtDate(new Date(now.getTime() + 6 * day)) ? 'week' : 'later'
}
