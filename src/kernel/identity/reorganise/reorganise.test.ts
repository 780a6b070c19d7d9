import { afterAll, beforeEach, expect, test } from 'vitest'
import { settableClock } from '#platform/clock'
import { Database, type Tx } from '#platform/database'
import { plantCast } from '#test/cast'
import { testDatabase } from '#test/database'
import type { Actor, Post } from '../actor.ts'
import { loadActor } from '../actors.ts'
import { getUnit, unitTree } from '../units.ts'
import { previewReorganisation } from './plan.ts'
import { rehomeDue } from './rehome-due.ts'
import type { CaseHomes, Reorganisation } from './reorganisation.ts'
import { reorganise } from './reorganise.ts'

const { ownerUrl, urls } = await testDatabase()
const database = new Database(urls, 3)
afterAll(() => database.close())

// Cases come after identity: here they are what they promise, a place per open case.
const places = new Map<number, number>()
const cases: CaseHomes = {
  openAt: async (_tx, unit) => [...places].filter(([, at]) => at === unit).map(([id]) => id),
  rehome: async (_tx, id, from, to) => {
    expect(places.get(id)).toBe(from)
    places.set(id, to)
  },
}

let next = 0
let cast = await plantCast(ownerUrl, ++next)
let clock = settableClock('2026-03-02T01:00:00Z')
beforeEach(async () => {
  cast = await plantCast(ownerUrl, ++next)
  clock = settableClock('2026-03-02T01:00:00Z')
  places.clear()
})

const within = <T>(work: (tx: Tx) => Promise<T>) => database.as('worker', { district: cast.district }, work)
const administrator = async (): Promise<Actor> =>
  loadActor(database, { district: cast.district, staffId: cast.staff.systemAdministrator }, clock, 'zh')
const decide = async (wish: Reorganisation) => {
  const actor = await administrator()
  return await within((tx) => reorganise(tx, actor, wish, cases, clock))
}
const refusalOf = (wish: Reorganisation) =>
  decide(wish).then(
    () => 'none',
    (error) => error.id,
  )
const namesOn = async (date: string) => (await within((tx) => unitTree(tx, date))).map(({ name }) => name.zh)
const parentOn = (unit: number, date: string) => within(async (tx) => (await getUnit(tx, unit, date)).parent)
const postsOf = async (person: keyof typeof cast.staff): Promise<readonly Post[]> =>
  (await loadActor(database, { district: cast.district, staffId: cast.staff[person] }, clock, 'zh')).posts

test('a community moves to another street on a date: yesterday’s tree stays what it was', async () => {
  const { units } = cast
  await decide({ kind: 'move', unit: units.willow, under: units.riverStreet, on: '2026-04-01' })
  expect(await parentOn(units.willow, '2026-03-31')).toBe(units.bridgeStreet)
  expect(await parentOn(units.willow, '2026-04-01')).toBe(units.riverStreet)
  expect((await postsOf('riverHandler'))[0]!.reach.has(units.willow)).toBe(false)
  clock.set('2026-03-31T16:00:00Z')
  expect((await postsOf('riverHandler'))[0]!.reach.has(units.willow)).toBe(true)
  expect((await postsOf('bridgeHandler'))[0]!.reach.has(units.willow)).toBe(false)
})

test('two communities become a new one, which carries on their names’ past, people and open cases', async () => {
  const { sunny, willow, bridgeStreet } = cast.units
  places.set(1, sunny).set(2, willow).set(3, bridgeStreet)
  const wish = {
    kind: 'merge',
    units: [sunny, willow],
    into: { name: { zh: '阳柳社区' }, code: '909901001009' },
    on: '2026-03-02',
  } as const
  const preview = await within((tx) => previewReorganisation(tx, wish, cases))
  expect(preview).toMatchObject({
    closes: [sunny, willow],
    openCases: [
      { from: sunny, cases: 1 },
      { from: willow, cases: 1 },
    ],
  })
  expect(await namesOn('2026-03-02')).toContain('向阳社区')
  const { founded, unit, cases: followed } = await decide(wish)
  expect([unit, followed]).toEqual([founded[0], 2])
  expect(places).toEqual(
    new Map([
      [1, unit],
      [2, unit],
      [3, bridgeStreet],
    ]),
  )
  expect(await namesOn('2026-03-02')).toContain('阳柳社区')
  expect(await namesOn('2026-03-02')).not.toContain('向阳社区')
  expect(await namesOn('2026-03-01')).toContain('向阳社区')
  const posts = await postsOf('sunnyWorker')
  expect(posts).toHaveLength(1)
  expect(posts[0]).toMatchObject({ unit, role: 'communityWorker', inherits: new Set([sunny, willow]) })
  expect((await postsOf('bridgeHandler'))[0]!.reach).toEqual(new Set([bridgeStreet, unit, sunny, willow]))
})

test('a street joins another one with its communities', async () => {
  const { bridgeStreet, riverStreet, riverside, northGarden } = cast.units
  await decide({ kind: 'merge', units: [riverStreet], into: bridgeStreet, on: '2026-03-02' })
  expect(await parentOn(riverside, '2026-03-02')).toBe(bridgeStreet)
  expect((await postsOf('bridgeHandler'))[0]!.reach).toContain(northGarden)
  expect(await postsOf('riverHandler')).toMatchObject([{ unit: bridgeStreet, role: 'handler' }])
})

test('a street splits: each community goes where it is named, each person too, open cases to the first heir', async () => {
  const { bridgeStreet, sunny, willow } = cast.units
  places.set(7, bridgeStreet)
  const into = [
    { name: { zh: '桥南街道' }, children: [sunny] },
    { name: { zh: '桥北街道' }, children: [willow], staff: [cast.staff.bridgeHandler] },
  ]
  const { founded } = await decide({ kind: 'split', unit: bridgeStreet, into, on: '2026-03-02' })
  const [south, north] = founded as [number, number]
  expect([await parentOn(sunny, '2026-03-02'), await parentOn(willow, '2026-03-02')]).toEqual([south, north])
  expect(places.get(7)).toBe(south)
  expect(await postsOf('bridgeHandler')).toMatchObject([{ unit: north, inherits: new Set([bridgeStreet]) }])
  const lonely = [{ name: { zh: '甲' } }, { name: { zh: '乙' }, children: [cast.units.riverside] }]
  expect(await refusalOf({ kind: 'split', unit: cast.units.riverStreet, into: lonely, on: '2026-03-02' })).toBe(
    'identity.child-unassigned',
  )
})

test('open cases wait for the day, then follow once, whoever asks first', async () => {
  const { sunny, willow } = cast.units
  places.set(1, sunny)
  expect((await decide({ kind: 'merge', units: [sunny], into: willow, on: '2026-03-10' })).cases).toBe(0)
  expect(await within((tx) => rehomeDue(tx, cases, clock))).toBe(0)
  clock.set('2026-03-09T16:00:00Z')
  const both = await Promise.all([1, 2].map(() => within((tx) => rehomeDue(tx, cases, clock))))
  expect(both.toSorted()).toEqual([0, 1])
  expect(places.get(1)).toBe(willow)
})

test('what cannot be is refused with a reason', async () => {
  const { district, bridgeStreet, riverStreet, sunny, willow, housing } = cast.units
  const on = '2026-03-02'
  expect(await refusalOf({ kind: 'move', unit: bridgeStreet, under: sunny, on })).toBe('identity.loop')
  expect(await refusalOf({ kind: 'move', unit: bridgeStreet, under: bridgeStreet, on })).toBe('identity.loop')
  expect(await refusalOf({ kind: 'move', unit: sunny, under: bridgeStreet, on })).toBe('identity.already-there')
  expect(await refusalOf({ kind: 'move', unit: district, under: riverStreet, on })).toBe('identity.district-stays')
  expect(await refusalOf({ kind: 'merge', units: [sunny, housing], into: willow, on })).toBe('identity.kinds-differ')
  expect(await refusalOf({ kind: 'merge', units: [sunny], into: sunny, on })).toBe('identity.too-few')
  expect(await refusalOf({ kind: 'merge', units: [sunny], into: { name: { zh: '新' } }, on })).toBe('identity.too-few')
  expect(await refusalOf({ kind: 'move', unit: sunny, under: riverStreet, on: '2026-03-01' })).toBe('identity.past')
  await decide({ kind: 'move', unit: sunny, under: riverStreet, on: '2026-05-01' })
  expect(await refusalOf({ kind: 'merge', units: [sunny], into: willow, on: '2026-04-01' })).toBe('identity.planned')
  expect(await refusalOf({ kind: 'merge', units: [riverStreet], into: bridgeStreet, on: '2026-04-01' })).toBe(
    'identity.planned',
  )
})

test('only the system administrator reorganises', async () => {
  const leader = await loadActor(database, { district: cast.district, staffId: cast.staff.leader }, clock, 'zh')
  const wish = { kind: 'move', unit: cast.units.sunny, under: cast.units.riverStreet, on: '2026-03-02' } as const
  await expect(within((tx) => reorganise(tx, leader, wish, cases, clock))).rejects.toThrow(
    'identity.only-systemAdministrator',
  )
})
