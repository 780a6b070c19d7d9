import { sql } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'
import { addPlace } from './add-place.ts'
import { placesOfCast } from './fixture-places.ts'
import { guessPlace } from './place-guess.ts'
import { searchPlaces } from './places.ts'

const { ownerUrl, cast, database, as } = await placesOfCast()
const { units } = cast
const add = (input: Parameters<typeof addPlace>[1]) => as('dispatcher', (work) => addPlace(work, input))
const guess = (text: string) => as('agent', ({ tx }) => guessPlace(tx, text))

const sunny = await add({ kind: 'community', name: { zh: '向阳社区' }, unit: units.sunny })
const willow = await add({ kind: 'community', name: { zh: '柳荫社区' }, unit: units.willow })
const happy = await add({ kind: 'estate', name: { zh: '幸福小区' }, parent: sunny.id })
const three = await add({ kind: 'building', name: { zh: '3号楼' }, parent: happy.id })
const gardenSunny = await add({ kind: 'estate', name: { zh: '花园新村' }, parent: sunny.id })
const gardenWillow = await add({ kind: 'estate', name: { zh: '花园新村' }, parent: willow.id })
await add({ kind: 'oldName', name: { zh: '红星大院' }, parent: happy.id })
const road = await add({ kind: 'road', name: { zh: '中心大街' } })

test('the longest name in a text tells the place and its community', async () => {
  expect(await guess('我住幸福小区三栋2单元，门口的路灯不亮')).toMatchObject({
    unit: units.sunny,
    place: { id: three.id },
  })
  expect(await guess('幸福小区停车难')).toMatchObject({ unit: units.sunny, place: { id: happy.id } })
})

test('an old name tells the place of today', async () => {
  expect(await guess('红星大院门口积水')).toMatchObject({
    unit: units.sunny,
    place: { id: happy.id, formerly: '红星大院' },
  })
})

test('of two places with one name the surroundings decide; without them a person does', async () => {
  expect(await guess('柳荫社区花园新村5号楼漏水')).toMatchObject({ unit: units.willow, place: { id: gardenWillow.id } })
  const { unit, place, candidates } = await guess('花园新村5号楼漏水')
  expect({ unit, place }).toEqual({ unit: null, place: null })
  expect(candidates.map(({ id }) => id)).toEqual([gardenSunny.id, gardenWillow.id])
})

test('a road through many communities names the place but no community', async () => {
  expect(await guess('中心大街有坑')).toMatchObject({ unit: null, place: { id: road.id } })
})

test('a community that is not among the places is known by its own name, and nothing is guessed from nothing', async () => {
  expect(await guess('望江社区广场舞扰民')).toEqual({ unit: units.riverside, place: null, candidates: [] })
  expect(await guess('路灯不亮')).toEqual({ unit: null, place: null, candidates: [] })
  expect(await guess('')).toEqual({ unit: null, place: null, candidates: [] })
})

test('among 50,000 places a search and a guess answer within 100 ms', async () => {
  await database.as('worker', { district: 1 }, (tx) =>
    sql`
    insert into place (kind, name, parent_id, keys, tsv)
    select 'building', jsonb_build_object('zh', n || '号楼'), ${happy.id}, array['幸福小区' || n || '号楼'],
      array_to_tsvector(array['幸福', '福小', '小区', '区', '号楼', '楼', '向阳', '阳社', '社区', n::text])
    from generate_series(100, 50099) n`.execute(tx),
  )
  // What autovacuum does within a minute: until then plans are those of a handful of places.
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('analyze place').finally(() => owner.end())
  const median = async (work: () => Promise<unknown>) => {
    const times: number[] = []
    for (let turn = 0; turn < 7; turn++) {
      const start = performance.now()
      await work()
      times.push(performance.now() - start)
    }
    return times.sort((a, b) => a - b)[3]
  }
  const scope = { district: 1, peopleReach: '{}' }
  for (const typed of ['幸福小区4321号楼', '小区', '区', '不存在', '4321']) {
    expect(await median(() => database.as('staff', scope, (tx) => searchPlaces(tx, typed))), typed).toBeLessThan(100)
  }
  const text = `您好，我想反映一个问题。我住幸福小区4321号楼，${'楼下的路灯已经坏了很久，一直没有人来修，晚上出门很不方便。'.repeat(30)}`
  expect(await median(() => database.as('staff', scope, (tx) => guessPlace(tx, text)))).toBeLessThan(100)
  expect(await guess('幸福小区4321号楼')).toMatchObject({ place: { name: { zh: '4321号楼' } } })
})
