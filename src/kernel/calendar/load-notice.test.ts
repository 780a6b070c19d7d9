import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '#kernel/identity'
import { Database, type Tx } from '#platform/database'
import { plantCast } from '#test/cast'
import { testDatabase } from '#test/database'
import { deadline } from './deadline.ts'
import { explain } from './explain.ts'
import { at, fixtureCalendar, read } from './fixture-calendar.ts'
import type { LimitUnit } from './limit.ts'
import { clockColumns } from './limit-clock.ts'
import { loadCalendars } from './load-calendars.ts'
import { type ClockMover, loadNotice } from './load-notice.ts'
import { pause } from './moves.ts'
import type { NoticeDay } from './notice.ts'
import { previewNotice } from './preview-notice.ts'

const { ownerUrl, urls } = await testDatabase()
const { units } = await plantCast(ownerUrl)
await plantCast(ownerUrl, 2)
const database = new Database(urls, 2)
const owner = new pg.Client({ connectionString: ownerUrl })
await owner.connect()
afterAll(async () => {
  await owner.end()
  await database.close()
})

const provisional = fixtureCalendar()
const present = at('2026-12-31 09:00')
const actor = systemActor(1)
const inDistrict = <T>(work: (tx: Tx) => Promise<T>) => database.as('worker', { district: 1 }, work)
const day = (date: string, kind: NoticeDay['kind'] = 'rest'): NoticeDay => ({
  date,
  kind,
  name: { zh: '元旦', en: 'New Year' },
})
const off = '01-01 01-04 02-05 02-06 02-07 02-08 02-09 05-01 10-01 10-02 10-03'
  .split(' ')
  .map((date) => day(`2027-${date}`))
const notice = { year: 2027, source: '关于2027年部分节假日安排的通知', days: [...off, day('2027-02-14', 'work')] }

async function plantClock(
  name: string,
  start: string,
  amount: number,
  unit: LimitUnit,
  stopped?: string,
): Promise<void> {
  const clock = deadline({ start: at(start), amount, unit, calendar: provisional })
  const { due_at, state, paused, derivation, ...rest } = clockColumns(
    stopped ? pause(clock, at(stopped), provisional) : clock,
  )
  await owner.query(
    `insert into clock (district_id, case_id, name, unit_id, rule_id, amount, unit, calendar_unit, ends_at, started_at, due_at,
      state, paused, provisional, derivation)
     values (1, 7, $1, $2, 'H9', $3, $4, $2, 'closeOfBusiness', $5, $6, $7, $8, $9, $10)`,
    [name, units.sunny, amount, unit, at(start), due_at, state, paused, rest.provisional, JSON.stringify(derivation)],
  )
}

/** A keeper of clocks that writes their rows. */
const mover: ClockMover = {
  async move(tx, _actor, moves) {
    for (const { clockId, clock } of moves) {
      const { due_at, derivation, provisional } = clockColumns(clock)
      await sql`update clock set due_at = ${due_at}, provisional = ${provisional}, derivation = ${JSON.stringify(derivation)}::jsonb
        where id = ${clockId}`.execute(tx)
    }
  },
}
const dues = async () => {
  const { rows } = await owner.query('select name, due_at, provisional from clock order by id')
  return Object.fromEntries(
    rows.map((row) => [row.name, `${read(row.due_at)}${row.provisional ? ' provisional' : ''}`]),
  )
}

beforeAll(async () => {
  await plantClock('later', '2026-12-29 10:00', 5, 'WD')
  await plantClock('kept', '2027-02-10 10:00', 5, 'WD')
  await plantClock('confirmed', '2026-12-29 10:00', 30, 'CD')
  await plantClock('before', '2026-11-23 10:00', 3, 'WD')
  await plantClock('hours', '2026-12-31 10:00', 96, 'H')
  await plantClock('paused', '2026-12-29 10:00', 5, 'WD', '2026-12-30 10:00')
})

const planted = {
  later: '2027-01-06 17:30 provisional',
  kept: '2027-02-17 17:30 provisional',
  confirmed: '2027-01-29 00:00 provisional',
  before: '2026-11-26 17:30',
  hours: '2027-01-04 10:00',
  paused: '2027-01-06 17:30 provisional',
}

test('a preview says what would move from when to when, and writes nothing', async () => {
  const preview = await inDistrict((tx) => previewNotice(tx, notice, present))
  expect(preview).toMatchObject({
    year: 2027,
    restDays: 11,
    makeUpDays: 1,
    counts: { later: 1, kept: 1, confirmed: 1 },
  })
  const moves = preview.moves.map(({ name, caseId, change, from, to }) => [name, caseId, change, read(from), read(to)])
  expect(moves).toEqual([
    ['later', 7, 'later', '2027-01-06 17:30', '2027-01-07 17:30'],
    ['kept', 7, 'kept', '2027-02-17 17:30', '2027-02-17 17:30'],
  ])
  expect(read(preview.moves[1]!.counted)).toBe('2027-02-16 17:30')
  expect(await dues()).toEqual(planted)
  expect(await inDistrict(async (tx) => (await loadCalendars(tx)).notices.get(2027)!.provisional)).toBe(true)
})

test('a notice that is refused changes nothing', async () => {
  const half = { ...notice, days: [day('2027-01-01')] }
  await expect(inDistrict((tx) => loadNotice(tx, actor, half, present, mover))).rejects.toMatchObject({
    id: 'calendar.notice-lacks',
  })
  expect(await dues()).toEqual(planted)
})

test('a clock that can’t be moved undoes the whole loading', async () => {
  const broken: ClockMover = { move: () => Promise.reject(new Error('no')) }
  await expect(inDistrict((tx) => loadNotice(tx, actor, notice, present, broken))).rejects.toThrow('no')
  expect(await dues()).toEqual(planted)
  expect(await inDistrict(async (tx) => (await loadCalendars(tx)).notices.get(2027)!.provisional)).toBe(true)
})

test('loaded, it moves the running clocks as previewed; none ends earlier', async () => {
  const loaded = await inDistrict((tx) => loadNotice(tx, actor, notice, present, mover))
  expect(loaded).toEqual({ fresh: true, counts: { later: 1, kept: 1, confirmed: 1 } })
  expect(await dues()).toEqual({
    ...planted,
    later: '2027-01-07 17:30',
    kept: '2027-02-17 17:30',
    confirmed: '2027-01-29 00:00',
  })
  const { rows } = await owner.query("select derivation from clock where name = 'kept'")
  expect(explain(rows[0].derivation, 'zh').at(-2)).toContain('因《关于2027年部分节假日安排的通知》重新计算')
})

test('it leaves an event of who loaded it', async () => {
  const { rows } = await owner.query("select verb, actor_kind, at, data from event where subject = 'calendar'")
  expect(rows).toEqual([
    { verb: 'loadNotice', actor_kind: 'system', at: present, data: { year: 2027, source: notice.source, days: 12 } },
  ])
})

test('new deadlines count by it and are definite; another district still waits for its own', async () => {
  const due = (district: number) =>
    database.as('staff', { district }, async (tx) => {
      const calendar = (await loadCalendars(tx)).of(null)
      return deadline({ start: at('2026-12-31 10:00'), amount: 1, unit: 'WD', calendar })
    })
  const [here, there] = [await due(1), await due(2)]
  expect([read(here.due), here.provisional]).toEqual(['2027-01-05 17:30', false])
  expect([read(there.due), there.provisional]).toEqual(['2027-01-04 17:30', true])
})

test('loaded again, it moves only a clock that was started meanwhile by the days of before', async () => {
  await plantClock('straggler', '2026-12-31 10:00', 1, 'WD')
  const again = await inDistrict((tx) => loadNotice(tx, actor, notice, present, mover))
  expect(again).toEqual({ fresh: false, counts: { later: 1, kept: 0, confirmed: 0 } })
  expect((await dues()).straggler).toBe('2027-01-05 17:30')
  expect((await owner.query("select from event where subject = 'calendar'")).rowCount).toBe(1)
})

test('a corrected notice replaces the first; both stay on record', async () => {
  const corrected = { ...notice, days: [...notice.days, day('2027-01-05')] }
  const loaded = await inDistrict((tx) => loadNotice(tx, actor, corrected, present, mover))
  expect(loaded.counts).toEqual({ later: 2, kept: 0, confirmed: 0 })
  expect(await dues()).toMatchObject({ later: '2027-01-08 17:30', straggler: '2027-01-06 17:30' })
  expect((await owner.query('select from calendar_notice where year = 2027 and district_id = 1')).rowCount).toBe(2)
})

test('it finds every running clock, however many', async () => {
  await owner.query(`insert into clock (district_id, case_id, name, unit_id, rule_id, amount, unit, calendar_unit, ends_at,
      started_at, due_at, derivation, provisional)
    select 1, 8, 'many', unit_id, rule_id, amount, unit, calendar_unit, ends_at, started_at, due_at, derivation, false
    from clock, generate_series(1, 4500) where name = 'straggler'`)
  const more = { ...notice, days: [...notice.days, day('2027-01-05'), day('2027-01-06')] }
  const preview = await inDistrict((tx) => previewNotice(tx, more, present))
  expect(preview.counts.later).toBe(4502)
  expect(preview.moves).toHaveLength(500)
})
