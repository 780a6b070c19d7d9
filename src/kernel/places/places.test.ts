import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addPlace } from './add-place.ts'
import { changePlace } from './change-place.ts'
import { placesOfCast } from './fixture-places.ts'
import { getPlace, searchPlaces } from './places.ts'

const { cast, other, database, as } = await placesOfCast()
const { units } = cast
const refused = (id: string) => expect.objectContaining({ id })
const add = (input: Parameters<typeof addPlace>[1]) => as('sunnyWorker', (work) => addPlace(work, input))
const find = (typed: string, options = {}) => as('agent', ({ tx }) => searchPlaces(tx, typed, options))
const namesOf = async (typed: string, options = {}) => (await find(typed, options)).map(({ name }) => name.zh)

const community = await add({
  kind: 'community',
  name: { zh: '向阳社区', en: 'Xiangyang' },
  unit: units.sunny,
  checked: true,
})
const estate = await add({
  kind: 'estate',
  name: { zh: '幸福小区', en: 'Happy Estate' },
  aliases: ['纺织厂宿舍'],
  parent: community.id,
})
const building = await add({
  kind: 'building',
  name: { zh: '3号楼' },
  parent: estate.id,
  latitude: 41.25,
  longitude: 123.2,
})
await add({ kind: 'landmark', name: { zh: '幸福广场' }, parent: community.id })

test('a place tells what it lies in and takes its community from there', () => {
  expect(building).toMatchObject({
    kind: 'building',
    path: ['向阳社区', '幸福小区'],
    parent: estate.id,
    unit: units.sunny,
    checked: false,
  })
  expect(building).toMatchObject({ latitude: 41.25, longitude: 123.2, version: 1, formerly: null })
})

test('any part of a name finds it, exact names first, in either language and in other writings', async () => {
  expect(await namesOf('幸福')).toEqual(['幸福小区', '幸福广场', '3号楼'])
  expect(await namesOf('福')).toContain('幸福广场')
  expect(await namesOf('幸福小区')).toEqual(['幸福小区', '3号楼'])
  for (const typed of ['幸福 三栋', '幸福小区3#楼', '纺织厂宿舍3号楼'])
    expect(await namesOf(typed), typed).toEqual(['3号楼'])
  expect(await namesOf('happy est')).toEqual(['幸福小区', '3号楼'])
  expect(await namesOf('幸福', { kind: 'landmark' })).toEqual(['幸福广场'])
  expect(await namesOf('，')).toEqual([])
  expect(await namesOf('不存在')).toEqual([])
})

test('an old name leads to the place of today and says so', async () => {
  await add({ kind: 'oldName', name: { zh: '红星大院' }, parent: estate.id })
  const [found, ...rest] = await find('红星')
  expect(found).toMatchObject({ id: estate.id, name: { zh: '幸福小区' }, formerly: '红星大院' })
  expect(rest).toEqual([])
  expect(await find('红星', { kind: 'estate' })).toHaveLength(1)
  expect(await find('红星', { kind: 'road' })).toEqual([])
})

test('an old name can itself be corrected', async () => {
  const old = await add({ kind: 'oldName', name: { zh: '东风场' }, parent: estate.id })
  expect(old).toMatchObject({ kind: 'oldName', name: { zh: '东风场' }, path: ['向阳社区', '幸福小区'] })
  await as('agent', (work) => changePlace(work, old.id, 1, { name: { zh: '东风广场' } }))
  expect(await find('东风广场')).toMatchObject([{ id: estate.id, name: { zh: '幸福小区' }, formerly: '东风广场' }])
})

test('a renamed place is found by both names, and so is all that lies in it', async () => {
  const square = await add({ kind: 'estate', name: { zh: '和平里' }, parent: community.id })
  await add({ kind: 'building', name: { zh: '8号楼' }, parent: square.id })
  const renamed = await as('agent', (work) =>
    changePlace(work, square.id, 1, { name: { zh: '和顺苑' }, checked: true }),
  )
  expect(renamed).toMatchObject({
    name: { zh: '和顺苑' },
    aliases: ['和平里'],
    version: 2,
    checked: true,
    unit: units.sunny,
  })
  for (const typed of ['和平里8号楼', '和顺苑8号楼']) expect(await namesOf(typed), typed).toEqual(['8号楼'])
})

test('a change needs the version that was seen and never makes a circle', async () => {
  const change = (seen: number, what: object) => as('agent', (work) => changePlace(work, community.id, seen, what))
  await expect(change(7, { checked: true })).rejects.toEqual(refused('changed-meanwhile'))
  await expect(change(1, { parent: building.id })).rejects.toEqual(refused('places.circle'))
  await expect(change(1, { latitude: 41 })).rejects.toEqual(refused('places.bad-position'))
  await expect(change(1, { parent: 999_999 })).rejects.toEqual(refused('places.no-parent'))
})

test('the same name at the same spot is registered once, elsewhere again', async () => {
  await expect(add({ kind: 'building', name: { zh: '三栋' }, parent: estate.id })).rejects.toEqual(
    refused('places.there-already'),
  )
  expect(await add({ kind: 'building', name: { zh: '3号楼' }, parent: community.id })).toMatchObject({
    path: ['向阳社区'],
  })
  await expect(add({ kind: 'oldName', name: { zh: '旧' } })).rejects.toEqual(refused('places.old-name-of-what'))
})

test('administrators do not register places, another district does not see them, residents read them', async () => {
  const byAdministrator = as('auditAdministrator', (work) => addPlace(work, { kind: 'road', name: { zh: '新路' } }))
  await expect(byAdministrator).rejects.toEqual(refused('not-allowed'))
  expect(await as('agent', ({ tx }) => searchPlaces(tx, '幸福'), other)).toEqual([])
  await expect(as('agent', ({ tx }) => getPlace(tx, estate.id), other)).rejects.toEqual(refused('not-found'))
  const portal = <T>(work: Parameters<typeof database.as<T>>[2]) => database.as('portal', { district: 1 }, work)
  expect((await portal((tx) => searchPlaces(tx, '幸福小区'))).length).toBeGreaterThan(0)
  await expect(portal((tx) => sql`update place set checked = true`.execute(tx))).rejects.toThrow(/permission denied/)
})
