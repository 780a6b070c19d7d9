import type { listTasks } from '#kernel-contract/cases'
import type { QueryOf } from '#platform/contract'

/** What the address of the work list says: which queue, which filters, and the case that lies open beside it. */
export interface TaskSearch {
  readonly queue?: 'mine' | 'above'
  readonly taskKind?: string
  readonly caseKind?: string
  readonly subject?: string
  readonly urgency?: 0 | 1 | 2
  readonly unit?: number
  readonly due?: 'overdue' | 'today' | 'week'
  readonly waiting?: true
  readonly case?: number
}

const oneOf = <T>(value: unknown, known: readonly T[]): T | undefined => known.find((each) => each === value)
const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
const id = (value: unknown) => (Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : undefined)

/** Reads the address; what it does not understand is left out. 'units', the usual queue, is not written. */
export function readTaskSearch(search: Record<string, unknown>): TaskSearch {
  return {
    queue: oneOf(search.queue, ['mine', 'above'] as const),
    taskKind: word(search.taskKind),
    caseKind: word(search.caseKind),
    subject: word(search.subject),
    urgency: oneOf(search.urgency, [0, 1, 2] as const),
    unit: id(search.unit),
    due: oneOf(search.due, ['overdue', 'today', 'week'] as const),
    waiting: oneOf(search.waiting, [true] as const),
    case: id(search.case),
  }
}

export type TaskQuery = NonNullable<QueryOf<typeof listTasks>>

/** What the server is asked for; the open case is no filter. */
export function taskQuery({ case: _open, ...filters }: TaskSearch): TaskQuery {
  const asked = Object.entries(filters).filter(([, value]) => value !== undefined)
  return Object.fromEntries(asked) as TaskQuery
}

const filterNames = ['caseKind', 'subject', 'urgency', 'unit', 'due', 'waiting'] as const

/** How many filters narrow the list; the queue is none of them. */
export const filtersIn = (search: TaskSearch): number => filterNames.filter((name) => search[name] !== undefined).length

/** The same queue without its filters. */
export const withoutFilters = ({ queue, taskKind, case: open }: TaskSearch): TaskSearch => ({
  queue,
  taskKind,
  case: open,
})
