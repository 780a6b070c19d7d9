import { afterAll, beforeEach, expect, test } from 'vitest'
import { runDueTimers } from '#platform/timers'
import { openHouse, sql } from '#test/hotline-house'
import { act, clockEffects } from './index.ts'

const house = await openHouse()
afterAll(() => house.close())
const { clock, does, files, rows, units, database, district } = house

const friday = '2026-09-18T10:00:00+08:00'
beforeEach(() => clock.set(friday))

const fireAllDue = async () => {
  const effects = clockEffects(house)
  while ((await runDueTimers({ database, district, clock, effects })).fired > 0);
}
const verbsOf = async (id: number) =>
  await rows(sql<{ verb: string; data: Record<string, unknown> }>`
    select verb, data from event where subject = 'case' and subject_id = ${id} order by seq`)

const dispatched = async () => {
  const { id } = await files()
  await does('dispatcher', id, 'dispatch', { unit: units.housing })
  return id
}

test('clocks start at dispatch, not at acknowledgement', async () => {
  const id = await dispatched()
  clock.advance(3_600_000)
  await does('housingHandler', id, 'acknowledge')
  const running = await rows(sql<{ started_at: Date }>`
    select started_at from clock where case_id = ${id} and name = 'handle' and state = 'running'`)
  expect(running.map(({ started_at }) => started_at.toISOString())).toEqual([new Date(friday).toISOString()])
})

test('a case that nobody acknowledges counts as acknowledged after its limit, and the unit above is told', async () => {
  const id = await dispatched()
  clock.set('2026-09-19T12:00:00+08:00')
  await fireAllDue()
  const [row] = await rows(sql<{ state: string }>`select state from cases where id = ${id}`)
  expect(row!.state).toBe('handling')
  const verbs = await verbsOf(id)
  expect(verbs.map(({ verb }) => verb)).toContain('deemAcknowledged')
  const told = await rows(
    sql<{ unit_id: number }>`select unit_id from task where case_id = ${id} and kind = 'supervise'`,
  )
  expect(told.map(({ unit_id }) => unit_id)).toEqual([units.district])
})

test('what counted as acknowledged at the very instant of its limit was not acknowledged in time', async () => {
  const id = await dispatched()
  const [limit] = await rows(sql<{ due_at: Date }>`
    select due_at from clock where case_id = ${id} and name = 'acknowledge'`)
  clock.set(limit!.due_at.toISOString())
  await fireAllDue()
  const ended = await rows(sql<{ state: string }>`
    select state from clock where case_id = ${id} and name = 'acknowledge'`)
  expect(ended).toEqual([{ state: 'missed' }])
})

test('the handling limit reminds at half and at four fifths of its working time, then is overdue', async () => {
  const id = await dispatched()
  await does('housingHandler', id, 'contact', { reached: true, by: 'phone' })
  const seen: [string, unknown][] = []
  for (let day = 19; day <= 30; day++) {
    clock.set(`2026-09-${day}T23:00:00+08:00`)
    await fireAllDue()
  }
  for (const { verb, data } of await verbsOf(id)) if (data.clock === 'handle') seen.push([verb, data.fraction])
  expect(seen).toEqual([
    ['remind', 0.5],
    ['remind', 0.8],
    ['overdue', undefined],
  ])
})

test('a clock that has stopped reminds no more', async () => {
  const id = await dispatched()
  await does('housingHandler', id, 'acknowledge')
  await does('housingHandler', id, 'reply', { outcome: 'solved', text: '已经修好了。' })
  const left = await rows(
    sql<{ name: string }>`select c.name from timer t join clock c on c.id = t.clock_id where t.case_id = ${id}`,
  )
  expect(new Set(left.map(({ name }) => name))).toEqual(new Set(['followUp']))
})

test('two processes never fire one timer twice', async () => {
  const ids = await Promise.all(Array.from({ length: 12 }, dispatched))
  clock.set('2026-10-20T12:00:00+08:00')
  await Promise.all([fireAllDue(), fireAllDue(), fireAllDue()])
  clock.advance(600_000) // what met another process's lock is tried again later
  await fireAllDue()
  for (const id of ids) {
    const overdue = (await verbsOf(id)).filter(({ verb, data }) => verb === 'overdue' && data.clock === 'handle')
    expect(overdue).toHaveLength(1)
  }
})

test('a reminder does not spoil what a person is typing', async () => {
  const id = await dispatched()
  const [seen] = await rows(sql<{ version: number }>`select version from cases where id = ${id}`)
  clock.set('2026-09-18T15:00:00+08:00')
  await fireAllDue()
  const [now] = await rows(sql<{ version: number }>`select version from cases where id = ${id}`)
  expect(now!.version).toBeGreaterThan(seen!.version)
  const handler = await house.actor('housingHandler')
  await expect(
    act(house, handler, { caseId: id, name: 'acknowledge', input: {}, seenVersion: seen!.version }),
  ).resolves.toMatchObject({ state: 'handling' })
  await expect(
    act(house, handler, {
      caseId: id,
      name: 'reply',
      input: { outcome: 'solved', text: '办好了。' },
      seenVersion: seen!.version,
    }),
  ).rejects.toMatchObject({ id: 'changed-meanwhile' })
})
