import { afterAll, expect, test } from 'vitest'
import { type Reorganisation, reorganise, systemActor } from '#kernel/identity'
import { openHouse, readAs, sql } from '#test/hotline-house'
import { caseHomes } from './rehome.ts'

const house = await openHouse()
afterAll(() => house.close())
const { does, files, rows, units, district, database, clock } = house

const reorganised = (wish: Reorganisation) =>
  database.as('worker', { district }, (tx) => reorganise(tx, systemActor(district), wish, caseHomes, clock))
const today = '2026-09-18'

interface Standing {
  readonly lead_unit: number | null
  readonly version: number
  readonly parties: number[]
  readonly tasks: number[]
  readonly clocks: number[]
  readonly due_at: Date | null
}
const standingOf = async (id: number): Promise<Standing> => {
  const [row] = await rows<Standing>(sql`
    select lead_unit, version, due_at,
      array(select distinct unit_id from case_party where case_id = c.id and until is null and role <> 'complained') as parties,
      array(select distinct unit_id from task where case_id = c.id and phase < 2) as tasks,
      array(select distinct unit_id from clock where case_id = c.id and state = 'running') as clocks
    from cases c where id = ${id}`)
  return row!
}

test('an open case follows its community into the merged one, with its work, its clocks and its deadline', async () => {
  const { id } = await files()
  await does('dispatcher', id, 'dispatch', { unit: units.bridgeStreet })
  await does('bridgeDispatcher', id, 'forward', { unit: units.willow })
  const { id: closed } = await files()
  const before = await standingOf(id)
  expect(before.lead_unit).toBe(units.willow)
  await reorganised({ kind: 'merge', units: [units.willow], into: units.sunny, on: today })
  const after = await standingOf(id)
  expect(after).toMatchObject({ lead_unit: units.sunny, version: before.version + 1, due_at: before.due_at })
  for (const list of ['parties', 'tasks', 'clocks'] as const) {
    expect(after[list].toSorted()).toEqual(
      before[list].map((unit) => (unit === units.willow ? units.sunny : unit)).toSorted(),
    )
  }
  const [event] = await rows<{ verb: string; data: unknown }>(
    sql`select verb, data from event where subject = 'case' and subject_id = ${id} order by seq desc limit 1`,
  )
  expect(event).toMatchObject({
    verb: 'rehome',
    data: { from: units.willow, unit: units.sunny, set: { lead_unit: units.sunny } },
  })
  expect((await standingOf(closed)).version).toBe(1)
})

test('the people of the merged community work on where the others stopped', async () => {
  const { id } = await files()
  await does('dispatcher', id, 'dispatch', { unit: units.riverStreet })
  await reorganised({ kind: 'merge', units: [units.riverStreet], into: units.bridgeStreet, on: today })
  const view = await readAs(house, 'bridgeDispatcher', id)
  expect(view?.verbs.map(({ verb }) => verb)).toContain('forward')
})

test('when a community moves to another street, the new street takes the old one’s part in what happens there, and only there', async () => {
  const shared = (await files()).id
  const elsewhere = { text: '柳荫社区花坛里的树倒了，请派人来。', place: { text: '柳荫社区花坛' } }
  const other = (await files(elsewhere as never)).id
  for (const id of [shared, other]) await does('dispatcher', id, 'dispatch', { unit: units.bridgeStreet })
  await does('bridgeDispatcher', shared, 'forward', { unit: units.sunny })
  await reorganised({ kind: 'move', unit: units.sunny, under: units.district, on: today })
  expect((await standingOf(shared)).parties).toContain(units.district)
  expect((await standingOf(shared)).parties).not.toContain(units.bridgeStreet)
  expect((await standingOf(shared)).lead_unit).toBe(units.sunny)
  expect((await standingOf(other)).lead_unit).toBe(units.bridgeStreet)
})
