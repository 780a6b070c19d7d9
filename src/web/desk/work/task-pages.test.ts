import { expect, test } from 'vitest'
import { freshen, pagesOf, type TaskPage, type TaskRow } from './task-pages.ts'

const row = (id: number, version = 1, remaining = '还有 2 个工作日'): TaskRow => ({
  id,
  kind: 'handle',
  label: { zh: '办理' },
  caseId: id * 10,
  number: `26${id}`,
  version,
  title: `第${id}件`,
  caseKind: 'help',
  caseKindLabel: { zh: '求助' },
  stateLabel: { zh: '办理中' },
  urgency: 0,
  community: null,
  placeText: null,
  unit: { id: 3, name: { zh: '向阳街道' }, kind: 'street' },
  assigneeId: null,
  receivedAt: '2026-09-18T02:00:00Z',
  dueAt: '2026-09-22T09:00:00Z',
  overdue: false,
  remaining,
  phase: 0,
})
const page = (...rows: TaskRow[]): TaskPage => ({ rows, next: null })
const ids = (pages: readonly TaskPage[]) => pages.flatMap(({ rows }) => rows.map(({ id }) => id))

test('a changed row takes its new words where it stands', () => {
  const { pages, freshened } = freshen([page(row(1), row(2)), page(row(3))], [page(row(3, 2), row(1))], new Set([30]))
  expect(ids(pages)).toEqual([1, 2, 3])
  expect(pages[1]?.rows[0]?.version).toBe(2)
  expect(freshened).toEqual([3])
})

test('time passing is a change of words too', () => {
  expect(freshen([page(row(1))], [page(row(1, 1, '还有 1 个工作日'))], new Set()).freshened).toEqual([1])
})

test('a new row waits to be asked for', () => {
  const { pages, arrived } = freshen([page(row(1))], [page(row(9), row(1))], new Set([90]))
  expect(ids(pages)).toEqual([1])
  expect(arrived).toEqual([9])
})

test('a row has left only when its own case has changed', () => {
  const { gone, pages } = freshen([page(row(1), row(2), row(3))], [page(row(1))], new Set([20]))
  expect(gone).toEqual([2])
  expect(ids(pages)).toEqual([1, 2, 3])
})

test('only the pages that hold a changed case are read again', () => {
  expect(pagesOf([page(row(1)), page(row(2)), page(row(3), row(4))], new Set([20, 40]))).toEqual([1, 2])
})
