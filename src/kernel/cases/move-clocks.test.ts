import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ClockMove, loadNotice, type Notice, previewNotice } from '#kernel/calendar'
import type { Tx } from '#platform/database'
import { runDueTimers } from '#platform/timers'
import { openHouse, readAs, sql } from '#test/hotline-house'
import { act, clockEffects, clockMover } from './index.ts'

const house = await openHouse({ now: '2026-12-30T10:00:00+08:00' })
afterAll(() => house.close())
const { clock, database, district, does, files, rows, units } = house

const asWorker = <T>(work: (tx: Tx) => Promise<T>) => database.as('worker', { district }, work)
const days = (name: string, ...dates: string[]) =>
  dates.map((date) => ({ date: `2027-${date}`, kind: 'rest' as const, name: { zh: name } }))
const notice: Notice = {
  year: 2027,
  source: '关于2027年部分节假日安排的通知',
  days: [
    ...days('元旦', '01-01', '01-04'),
    ...days('春节', '02-05', '02-06', '02-07', '02-08', '02-09'),
    ...days('劳动节', '05-01'),
    ...days('国庆节', '10-01', '10-02', '10-03'),
  ],
}

interface Clock {
  readonly id: number
  readonly due: Date
  readonly promised: Date | null
  readonly provisional: boolean
}
const clockOf = async (caseId: number, name: string): Promise<Clock> => {
  const found = await rows(
    sql<Clock>`select id, due_at as due, promised_at as promised, provisional from clock
      where case_id = ${caseId} and name = ${name} order by id desc limit 1`,
  )
  return found[0]!
}
const timersOf = async (clockId: number) =>
  await rows(
    sql<{
      effect: string
      fire_at: Date
    }>`select effect, fire_at from timer where clock_id = ${clockId} order by fire_at`,
  )
const eventsOf = async (caseId: number) =>
  await rows(
    sql<{ verb: string; actor_id: number; role: string; data: Record<string, unknown> }>`
      select verb, actor_id, role, data from event where subject = 'case' and subject_id = ${caseId} order by seq`,
  )
const load = async () => {
  const actor = await house.actor('systemAdministrator')
  return await asWorker((tx) => loadNotice(tx, actor, notice, clock.now(), clockMover))
}
const read = (instant: Date) => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)

let running: number
let answered: number
let before: Clock
beforeAll(async () => {
  running = (await files()).id
  await does('dispatcher', running, 'dispatch', { unit: units.housing })
  answered = (await files()).id
  await does('dispatcher', answered, 'dispatch', { unit: units.housing })
  await does('housingHandler', answered, 'acknowledge')
  await does('housingHandler', answered, 'reply', { outcome: 'solved', text: '已经修好了。' })
  before = await clockOf(running, 'handle')
})

test('a notice is previewed: the running handling limit would move, the answered one would not', async () => {
  const { counts, moves } = await asWorker((tx) => previewNotice(tx, notice, clock.now()))
  expect(counts.later).toBeGreaterThan(0)
  expect(moves.find((move) => move.caseId === running && move.name === 'handle')).toMatchObject({
    clockId: before.id,
    change: 'later',
    from: before.due,
  })
  expect(moves.some((move) => move.caseId === answered && move.name === 'handle')).toBe(false)
  expect(await clockOf(running, 'handle')).toEqual(before)
})

test('loaded, it moves clock, reminders and the lists’ due times, in an event that names who loaded it', async () => {
  const seen = (await rows(sql<{ version: number }>`select version from cases where id = ${running}`))[0]!.version
  const { counts } = await load()
  expect(counts.later).toBeGreaterThan(0)
  const after = await clockOf(running, 'handle')
  expect([read(before.due), read(after.due), after.provisional]).toEqual([
    '2027-01-11T17:30',
    '2027-01-12T17:30',
    false,
  ])
  const moved = (await eventsOf(running)).filter(({ verb, data }) => verb === 'moveClock' && data.clock === 'handle')
  const [from, to] = [before.due.toISOString(), after.due.toISOString()]
  expect(moved).toEqual([
    {
      verb: 'moveClock',
      actor_id: house.staff.systemAdministrator,
      role: 'systemAdministrator',
      data: { clock: 'handle', unit: units.housing, change: 'later', from, to },
    },
  ])
  const timers = await timersOf(before.id)
  expect(timers.map(({ effect }) => effect)).toEqual(['clock.remind', 'clock.remind', 'clock.overdue'])
  expect(timers.at(-1)!.fire_at).toEqual(after.due)
  const page = await readAs(house, 'housingHandler', running)
  expect(page!.clocks.find(({ name }) => name === 'handle')!.derivation.join()).toContain(notice.source)
  const handler = await house.actor('housingHandler')
  const acknowledge = { caseId: running, name: 'acknowledge', input: {}, seenVersion: seen }
  expect((await act(house, handler, acknowledge)).state).toBe('handling')
})

test('a promised deadline never moves to an earlier time', async () => {
  const promises = await rows(
    sql<{ due: Date; promised: Date }>`select due_at as due, promised_at as promised from clock
      where promised_at is not null and state = 'running'`,
  )
  expect(promises.length).toBeGreaterThan(0)
  for (const { due, promised } of promises) expect(due.getTime()).toBeGreaterThanOrEqual(promised.getTime())
})

test('a closed or answered case is left alone', async () => {
  expect((await eventsOf(answered)).filter(({ data }) => data.clock === 'handle')).toEqual([])
})

test('loaded again, it finds nothing more to move', async () => {
  const count = (await eventsOf(running)).length
  expect(await load()).toEqual({ fresh: false, counts: { later: 0, kept: 0, confirmed: 0 } })
  expect(await eventsOf(running)).toHaveLength(count)
})

test('a clock that somebody moved since it was counted is left as it is', async () => {
  const { id, due } = await clockOf(running, 'handle')
  const [row] = await rows(sql<{ derivation: never }>`select derivation from clock where id = ${id}`)
  const from = new Date(due.getTime() - 86_400_000)
  const to = new Date(due.getTime() + 86_400_000)
  const limit = { due: to, state: 'running', pausedAt: null, provisional: false, derivation: row!.derivation } as const
  const stale: ClockMove = {
    ...{ clockId: id, caseId: running, name: 'handle', ruleId: 'H9', unit: units.housing },
    ...{ change: 'later', from, to, counted: to, clock: limit },
  }
  const actor = await house.actor('systemAdministrator')
  await asWorker((tx) => clockMover.move(tx, actor, [stale], clock.now()))
  expect((await clockOf(running, 'handle')).due).toEqual(due)
})

test('the moved clock is overdue at its new time, once', async () => {
  const effects = clockEffects(house)
  const overdue = async () =>
    (await eventsOf(running)).filter(({ verb, data }) => verb === 'overdue' && data.clock === 'handle')
  const fire = async (now: string) => {
    clock.set(now)
    while ((await runDueTimers({ database, district, clock, effects })).fired > 0);
  }
  await fire('2027-01-12T12:00:00+08:00')
  expect(await overdue()).toEqual([])
  await fire('2027-01-12T18:00:00+08:00')
  expect(await overdue()).toHaveLength(1)
})
