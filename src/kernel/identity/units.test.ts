import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { Database, type Tx } from '#platform/database'
import { plantCast } from '#test/cast'
import { testDatabase } from '#test/database'
import { children, districtDate, findUnit, getUnit, searchUnits, unitName, unitTree } from './units.ts'

const { ownerUrl, urls } = await testDatabase()
const { units } = await plantCast(ownerUrl)
await plantCast(ownerUrl, 2)
const database = new Database(urls, 2)
afterAll(() => database.close())

const inDistrict = <T>(work: (tx: Tx) => Promise<T>) => database.as('staff', { district: 1 }, work)
const asOwner = async (statement: string, values: unknown[]) => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query("select set_config('app.district', '1', false)")
  await client.query(statement, values).finally(() => client.end())
}

test('the tree lists parents before children, siblings by code, of one district only', async () => {
  const tree = await inDistrict((tx) => unitTree(tx, '2026-03-02'))
  expect(tree).toHaveLength(Object.keys(units).length)
  expect(tree[0]).toMatchObject({ id: units.district, parent: null, kind: 'district' })
  const order = tree.map(({ id }) => id)
  for (const { id, parent } of tree.slice(1)) expect(order.indexOf(parent!)).toBeLessThan(order.indexOf(id))
  expect(order.indexOf(units.willow)).toBe(order.indexOf(units.sunny) + 1)
  expect(order.indexOf(units.bridgeStreet)).toBe(order.indexOf(units.sunny) - 1)
})

test('before it was founded a district had no units', async () => {
  expect(await inDistrict((tx) => unitTree(tx, '2019-12-31'))).toEqual([])
  expect(await inDistrict((tx) => findUnit(tx, units.sunny, '2019-12-31'))).toBeUndefined()
  await expect(inDistrict((tx) => getUnit(tx, units.sunny, '2019-12-31'))).rejects.toThrow('identity.no-unit')
})

test('the children of a street are its communities', async () => {
  const below = await inDistrict((tx) => children(tx, units.riverStreet, '2026-03-02'))
  expect(below.map(({ name }) => name.zh)).toEqual(['望江社区', '北苑社区'])
})

test('search finds by part of the name in both languages and by code', async () => {
  const ids = async (words: string) =>
    (await inDistrict((tx) => searchUnits(tx, words, '2026-03-02'))).map(({ id }) => id)
  expect(await ids('向阳')).toEqual([units.sunny])
  expect(await ids('liuyin')).toEqual([units.willow])
  expect(await ids('909901002')).toEqual([units.riverStreet, units.riverside, units.northGarden])
  expect(await ids('%')).toEqual([])
})

test('a renamed unit had its old name on old dates, a closed one keeps its last', async () => {
  await asOwner("update unit_name set valid = '[2020-01-01,2026-05-01)' where unit_id = $1", [units.northGarden])
  await asOwner("insert into unit_name (unit_id, name, valid) values ($1, $2, '[2026-05-01,2026-07-01)')", [
    units.northGarden,
    { zh: '北苑新社区' },
  ])
  const name = (date: string) => inDistrict((tx) => unitName(tx, units.northGarden, date))
  expect(await name('2026-04-30')).toMatchObject({ zh: '北苑社区' })
  expect(await name('2026-05-01')).toEqual({ zh: '北苑新社区' })
  expect(await name('2030-01-01')).toEqual({ zh: '北苑新社区' })
  await expect(name('2019-12-31')).rejects.toThrow('identity.no-unit')
})

test('the district’s date turns at its own midnight', async () => {
  expect(await inDistrict((tx) => districtDate(tx, new Date('2026-03-01T15:59:59Z')))).toBe('2026-03-01')
  expect(await inDistrict((tx) => districtDate(tx, new Date('2026-03-01T16:00:00Z')))).toBe('2026-03-02')
})
