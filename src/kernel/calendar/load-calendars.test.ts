import { existsSync, readFileSync } from 'node:fs'
import chineseDays from 'chinese-days'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/identity'
import { Database, type PoolName, type Tx } from '#platform/database'
import { type CastUnit, plantCast } from '#test/cast'
import { testDatabase } from '#test/database'
import { changeHours } from './change-hours.ts'
import { dateText, dayOf } from './days.ts'
import { deadline } from './deadline.ts'
import { at, fixtureCalendar, read, statutory2027 } from './fixture-calendar.ts'
import { loadCalendars } from './load-calendars.ts'
import { parseNotice } from './parse-notice.ts'
import { daysOf } from './work-calendar.ts'

const { ownerUrl, urls } = await testDatabase()
const here = await plantCast(ownerUrl)
await plantCast(ownerUrl, 2)
const database = new Database(urls, 2)
const owner = new pg.Client({ connectionString: ownerUrl })
await owner.connect()
afterAll(async () => {
  await owner.end()
  await database.close()
})

const inDistrict = <T>(work: (tx: Tx) => Promise<T>, district = 1, role: PoolName = 'worker') =>
  database.as(role, { district }, work)
const calendars = (district = 1, role: PoolName = 'worker') => inDistrict(loadCalendars, district, role)
const morning = at('2026-11-23 09:00')
const change = (unit: CastUnit | null, from: string, to: string | undefined, workday: [string, string][]) =>
  inDistrict((tx) =>
    changeHours(tx, systemActor(1), {
      unit: unit && here.units[unit],
      hours: { workday },
      from,
      ...(to ? { to } : {}),
      source: '区政府办公室通知',
      at: morning,
    }),
  )
const dueIn = async (unit: CastUnit, start: string) =>
  read(deadline({ start: at(start), amount: 1, unit: 'WD', calendar: (await calendars()).of(here.units[unit]) }).due)

describe('the shipped days', () => {
  const kinds = (days: Iterable<readonly [number, { kind: string }]>, from: string, to: string) =>
    [...days]
      .map(([day, { kind }]) => `${dateText(day)} ${kind}`)
      .filter((line) => line >= from && line <= to)
      .sort()

  test('of 2018 to 2026 are those that a second source gives', async () => {
    const { notices } = await calendars()
    const shipped = kinds(daysOf(notices), '2018', '2026-12-32')
    expect(shipped).toHaveLength(320)
    expect(shipped).toEqual(kinds(fixtureCalendar().days, '2018', '2026-12-32'))
  })

  const file = '../shared/data/reference/cn_holidays.csv'
  test.skipIf(!existsSync(file))(`and those of ${file} (skipped where the file is missing)`, async () => {
    const listed = parseNotice(readFileSync(file, 'utf8')).days
    const { notices } = await calendars()
    const shipped = kinds(daysOf(notices), '2018', '2026-12-32')
    expect(shipped).toEqual(listed.map(({ date, kind }) => `${date} ${kind}`).sort())
  })

  test('of 2027 are the statutory dates alone, provisional, in step with the moon', async () => {
    const year = (await calendars()).notices.get(2027)!
    expect(year.provisional).toBe(true)
    expect([...year.days.keys()].map(dateText).sort()).toEqual(statutory2027)
    const moon = (date: string) => {
      const { lunarMonCN, lunarDayCN } = chineseDays.getLunarDate(date)
      return `${lunarMonCN}${lunarDayCN}`
    }
    expect(['2027-02-06', '2027-06-09', '2027-09-15'].map(moon)).toEqual(['正月初一', '五月初五', '八月十五'])
  })

  test('are named in both languages', async () => {
    const { notices } = await calendars()
    expect(notices.get(2026)!.days.get(dayOf('2026-09-25'))!.name).toEqual({ zh: '中秋节', en: 'Mid-Autumn' })
    expect(notices.get(2026)!.source).toBe('国务院办公厅关于2026年部分节假日安排的通知')
  })
})

describe('the hours of a unit', () => {
  test('are the platform’s until somebody sets others', async () => {
    expect(await dueIn('willow', '2026-11-23 10:00')).toBe('2026-11-24 17:30')
  })

  test('are its own, from their first day on, and a day’s own on that day', async () => {
    await change('sunny', '2026-12-01', undefined, [['09:00', '19:00']])
    await change('sunny', '2026-12-10', '2026-12-10', [['09:00', '12:00']])
    expect(await dueIn('sunny', '2026-11-27 10:00')).toBe('2026-11-30 17:30')
    expect(await dueIn('sunny', '2026-12-01 10:00')).toBe('2026-12-02 19:00')
    expect(await dueIn('sunny', '2026-12-09 10:00')).toBe('2026-12-10 12:00')
    expect(await dueIn('sunny', '2026-12-10 10:00')).toBe('2026-12-11 19:00')
    expect(await dueIn('willow', '2026-12-01 10:00')).toBe('2026-12-02 17:30')
  })

  test('go before the district’s, and these before the platform’s; another district keeps its own', async () => {
    await change(null, '2026-11-23', undefined, [['08:00', '16:00']])
    expect(await dueIn('willow', '2026-11-23 10:00')).toBe('2026-11-24 16:00')
    expect(await dueIn('sunny', '2026-12-01 10:00')).toBe('2026-12-02 19:00')
    const there = deadline({
      start: at('2026-11-23 10:00'),
      amount: 1,
      unit: 'WD',
      calendar: (await calendars(2)).of(null),
    })
    expect(read(there.due)).toBe('2026-11-24 17:30')
  })

  test('leave an event of who changed them and why', async () => {
    const { rows } = await owner.query(
      "select verb, data from event where subject = 'calendar' order by id desc limit 1",
    )
    expect(rows[0]).toMatchObject({ verb: 'changeHours', data: { from: '2026-11-23', source: '区政府办公室通知' } })
  })

  test.each([
    ['2026-11-22', undefined, [['09:00', '17:00']], 'calendar.hours-past'],
    ['2026-11-24', '2026-11-23', [['09:00', '17:00']], 'calendar.hours-order'],
    ['2026-11-24', undefined, [], 'calendar.hours-empty'],
    ['2026-11-24', undefined, [['17:00', '09:00']], 'calendar.hours'],
  ] as const)('from %s to %s as %j are refused', async (from, to, spans, id) => {
    await expect(change('sunny', from, to, spans as unknown as [string, string][])).rejects.toMatchObject({ id })
  })
})

describe('loaded calendars', () => {
  test('are one object until something changes', async () => {
    const first = await calendars()
    expect(await calendars()).toBe(first)
    await change('willow', '2027-03-01', undefined, [['09:00', '17:00']])
    expect((await calendars()).version).not.toBe(first.version)
  })

  test('a change that was rolled back leaves nothing behind', async () => {
    const before = await dueIn('riverside', '2026-12-01 10:00')
    const failing = inDistrict(async (tx) => {
      await sql`insert into shift (district_id, unit_id, hours, valid, source) values (1, ${here.units.riverside},
        '{"workday":[["00:00","24:00"]]}', '[,)', 'test')`.execute(tx)
      expect((await loadCalendars(tx)).of(here.units.riverside).hours[0]!.hours.workday).toEqual([[0, 1440]])
      throw new Error('undone')
    })
    await expect(failing).rejects.toThrow('undone')
    expect(await dueIn('riverside', '2026-12-01 10:00')).toBe(before)
  })

  test.each(['staff', 'portal', 'worker', 'figures'] as const)('are read by the %s role', async (role) => {
    expect((await calendars(1, role)).of(null).timeZone).toBe('Asia/Shanghai')
  })

  test('need a district', async () => {
    await expect(calendars(99)).rejects.toThrow('within a district')
  })

  test('nobody overwrites a notice, and no district writes another’s or the platform’s', async () => {
    await expect(owner.query("update calendar_day set kind = 'work'")).rejects.toThrow('append-only')
    for (const district of [sql`2`, sql`null`]) {
      const insert = sql`insert into calendar_notice (district_id, year, source) values (${district}, 2030, 'x')`
      await expect(inDistrict((tx) => insert.execute(tx), 1, 'staff')).rejects.toThrow('row-level security')
    }
  })
})
