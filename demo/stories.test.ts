import { afterAll, expect, test } from 'vitest'
import { Database } from '#platform/database'
import { plantCast } from '#test/cast'
import { testDatabase } from '#test/database'
import type { DemoUnits } from './found-district.ts'
import { Names } from './names.ts'
import { departments, streets } from './organisation.ts'
import { Random } from './random.ts'
import type { Resident } from './residents.ts'
import { plots, tellStories, topics } from './stories.ts'
import { pastOf } from './work-days.ts'

const { ownerUrl, urls } = await testDatabase()
const { district } = await plantCast(ownerUrl)
const database = new Database(urls, 1)
afterAll(() => database.close())

const units: DemoUnits = {
  district: 1,
  centre: 2,
  departments: Object.fromEntries(
    Object.keys(departments).map((key, at) => [key, 10 + at]),
  ) as DemoUnits['departments'],
  streets: streets.map(({ communities }, at) => ({
    id: 100 + at,
    communities: communities.map(([zh], nth) => ({ id: 1_000 + at * 10 + nth, street: 100 + at, zh })),
  })),
}
const residents = units.streets.flatMap(({ communities }) =>
  communities.map(
    (community): Resident => ({
      id: community.id,
      name: '某某',
      phone: '13800000000',
      address: '某苑1号楼1单元101',
      estate: { id: community.id, name: '某苑', community },
    }),
  ),
)
const tell = async (now: string) => {
  const past = await database.as('worker', { district }, (tx) => pastOf(tx, new Date(now)))
  return tellStories({ units, residents, past, random: new Random(now) })
}

test.each([
  ['an ordinary forenoon', '2026-11-24T10:15:00+08:00'],
  ['five past midnight', '2026-11-24T00:05:00+08:00'],
  ['a Sunday', '2026-11-22T15:00:00+08:00'],
  ['Monday at dawn', '2026-11-23T05:30:00+08:00'],
  ['the end of the long holiday', '2026-10-07T23:50:00+08:00'],
  ['the first day of a year', '2027-01-01T08:00:00+08:00'],
])('made on %s, every story runs forward and none into the future', async (_when, now) => {
  const stories = await tell(now)
  expect(stories).toHaveLength(plots.reduce((sum, { count }) => sum + count, 0))
  for (const { plot, script } of stories) {
    const times = [script.opened, ...script.steps.map(({ at }) => at)].map(Number)
    expect(times, plot.name).toEqual(times.toSorted((a, b) => a - b))
    expect(times.at(-1), plot.name).toBeLessThanOrEqual(Date.parse(now))
  }
})

test('the same moment tells the same stories, another day others', async () => {
  const digest = async (now: string) =>
    (await tell(now)).map(({ script, resident }) => [
      script.topic.title,
      resident.id,
      script.steps.map(({ verb }) => verb),
    ])
  const one = await digest('2026-11-24T10:15:00+08:00')
  expect(await digest('2026-11-24T10:15:00+08:00')).toEqual(one)
  expect(await digest('2026-11-25T10:15:00+08:00')).not.toEqual(one)
})

test('every topic is told, in its own words, and its title and reply name no place', async () => {
  const told = new Set((await tell('2026-11-24T10:15:00+08:00')).map(({ script }) => script.topic))
  expect(topics.filter((topic) => !told.has(topic))).toEqual([])
  expect(new Set(topics.map(({ text }) => text)).size).toBe(topics.length)
  for (const { title, reply } of topics) {
    expect([...title].length).toBeLessThanOrEqual(20)
    expect(`${title}${reply}`).not.toContain('{place}')
  }
})

test('what chance gives is the same for the same seed, and names are never given twice', () => {
  const draw = (seed: string) =>
    Array.from(
      { length: 50 },
      (() => {
        const random = new Random(seed)
        return () => random.whole(1, 6)
      })(),
    )
  expect(draw('one')).toEqual(draw('one'))
  expect(draw('one')).not.toEqual(draw('two'))
  expect(new Set(draw('one'))).toEqual(new Set([1, 2, 3, 4, 5, 6]))
  const names = new Names(new Random('names'), ['林晚'])
  const given = Array.from({ length: 1_000 }, () => names.next())
  expect(new Set(given).size).toBe(1_000)
})
