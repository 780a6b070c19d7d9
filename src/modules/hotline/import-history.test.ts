import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openHouse, readAs, sql } from '#test/hotline-house'
import { importHistory } from './import-history.ts'
import type { RefusedRow } from './import-refusals.ts'
import { districts, findTarget } from './import-target.ts'
import { subjectTree } from './subjects.ts'

const MESSAGES = path.resolve(import.meta.dirname, '../../../../shared/data/requests/hot_messages.jsonl')
const directory = mkdtempSync(path.join(tmpdir(), 'lianxin-import-'))
const house = await openHouse()
afterAll(async () => {
  await house.close()
  rmSync(directory, { recursive: true, force: true })
})
const { database, clock, rows } = house
await rows(
  sql`insert into subject (code, parent, name) values ${sql.join(subjectTree.map(({ code, parent, name }) => sql`(${code}, ${parent}, ${JSON.stringify(name)}::jsonb)`))}`,
)
const [district] = await districts(database)
const target = (await findTarget(database, district!, clock))!

const message = (id: number, more: object = {}) => ({
  id,
  time: '2019-02-28 11:25:05',
  subject: `第${id}件`,
  detail: '向阳社区门口路灯不亮，电话13800001111。',
  ...more,
})
const fileOf = (name: string, lines: unknown[]) => {
  const file = path.join(directory, name)
  writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  return file
}
const take = async (file: string, source: string, signal?: AbortSignal, onProgress?: () => void) => {
  const refused: RefusedRow[] = []
  const report = await importHistory({
    database,
    clock,
    target,
    file,
    source,
    signal,
    onProgress,
    onRefused: (row) => refused.push(row),
  })
  return { ...report, refusedRows: refused }
}
const casesOf = async (source: string) =>
  await rows(sql<{ id: number; received_at: Date; source: string }>`
    select id, received_at, source from cases where starts_with(source, ${`${source}:`}) order by id`)

test('a message of the past becomes a closed case at its own date: no clock, no task, no timer, nobody is told', async () => {
  const { imported } = await take(fileOf('one.jsonl', [message(1)]), 'one')
  expect(imported).toBe(1)
  const [found] = await casesOf('one')
  expect(found!.received_at.toISOString()).toBe('2019-02-28T03:25:05.000Z')
  const counts = await rows(sql`select (select count(*)::int from clock where case_id = ${found!.id}) as clocks,
    (select count(*)::int from task where case_id = ${found!.id}) as tasks, (select count(*)::int from timer where case_id = ${found!.id}) as timers,
    (select count(*)::int from push) as pushes, (select count(*)::int from notification) as notifications`)
  expect(counts[0]).toEqual({ clocks: 0, tasks: 0, timers: 0, pushes: 0, notifications: 0 })
  expect(await readAs(house, 'agent', found!.id)).toMatchObject({
    title: '第1件',
    text: '向阳社区门口路灯不亮，电话13800001111。',
    state: 'closed',
    history: true,
    dueAt: null,
    community: { name: { zh: '向阳社区' } },
    subject: { code: '020201' },
  })
})

test('its event gives the lifecycle of the row again, and names where it came from', async () => {
  await take(fileOf('fold.jsonl', [message(1)]), 'fold')
  const [found] = await casesOf('fold')
  const events = await rows(sql<{ seq: number; verb: string; data: { set: object; source: string } }>`
    select seq, verb, data from event where subject = 'case' and subject_id = ${found!.id}`)
  expect(events).toMatchObject([{ seq: 1, verb: 'import', data: { source: 'fold:1' } }])
  const [row] = await rows(sql`select state, phase, urgency, sealed, kind, subject from cases where id = ${found!.id}`)
  expect(events[0]!.data.set).toEqual(row)
})

test('it is found by its words and its old number, never by a telephone in it', async () => {
  await take(fileOf('search.jsonl', [message(7_000_123, { subject: '松鼠太多' })]), 'search')
  const [found] = await casesOf('search')
  const actor = await house.actor('agent')
  const search = async (group: string) =>
    (
      await database.as('staff', actor.scope, (tx) =>
        sql<{ id: number }>`select id from search_cases(${[group]}, null, 20) f(id)`.execute(tx),
      )
    ).rows
  expect(await search('松鼠')).toEqual([{ id: found!.id }])
  expect(await search('#7000123')).toEqual([{ id: found!.id }])
  expect(await search('13800001111')).toEqual([])
})

test('run twice it doubles nothing, and takes only what has been added', async () => {
  const lines = [message(1), message(2)]
  expect(await take(fileOf('twice.jsonl', lines), 'twice')).toMatchObject({ imported: 2, known: 0, finished: true })
  expect(await take(fileOf('twice.jsonl', [...lines, message(3)]), 'twice')).toMatchObject({
    imported: 1,
    known: 2,
    finished: true,
  })
  expect(await casesOf('twice')).toHaveLength(3)
})

test('two imports of one file at once take every row once', async () => {
  const file = fileOf(
    'both.jsonl',
    Array.from({ length: 1_200 }, (_, id) => message(id)),
  )
  const [one, other] = await Promise.all([take(file, 'both'), take(file, 'both')])
  expect(one.imported + other.imported).toBe(1_200)
  expect(await casesOf('both')).toHaveLength(1_200)
})

test('stopped, it keeps whole batches; run again, it takes the rest', async () => {
  const file = fileOf(
    'stop.jsonl',
    Array.from({ length: 1_700 }, (_, id) => message(id)),
  )
  const stop = new AbortController()
  const first = await take(file, 'stop', stop.signal, () => stop.abort())
  expect(first).toMatchObject({ imported: 500, finished: false })
  expect(await casesOf('stop')).toHaveLength(500)
  expect(await take(file, 'stop')).toMatchObject({ imported: 1_200, known: 500, finished: true })
  expect(await casesOf('stop')).toHaveLength(1_700)
})

test('every row that is not taken is named with its line and reason, and the others are taken', async () => {
  const file = fileOf('bad.jsonl', [
    message(1),
    '{',
    message(2, { time: '2019-02-30 10:00:00' }),
    message(1),
    message(3, { detail: '坏\0字' }),
    message(4),
  ])
  const report = await take(file, 'bad')
  expect(report).toMatchObject({ read: 6, imported: 2, refused: 4 })
  expect(report.refusedRows).toEqual([
    { line: 2, id: null, reason: 'not-json' },
    { line: 3, id: '2', reason: 'bad-time' },
    { line: 4, id: '1', reason: 'id-twice' },
    { line: 5, id: '3', reason: 'bad-signs' },
  ])
})

test.skipIf(!existsSync(MESSAGES))(
  '4,326 real messages are taken within 30 s, none refused (skipped without ../shared/data)',
  async () => {
    const began = performance.now()
    expect(await take(MESSAGES, 'hot_messages')).toMatchObject({
      read: 4_326,
      imported: 4_326,
      refused: 0,
      finished: true,
    })
    expect(performance.now() - began).toBeLessThan(30_000)
  },
  40_000,
)
