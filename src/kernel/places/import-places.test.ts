import { afterAll, expect, test } from 'vitest'
import { formOf, workbookOf } from '#platform/fixture-sheet'
import { makeHttp } from '#platform/http'
import { makeLog } from '#platform/log'
import type { CastStaff } from '#test/cast'
import { placesOfCast } from './fixture-places.ts'
import { searchPlaces } from './places.ts'
import { addPlaceRoutes } from './routes.ts'

const { cast, database, clock, actorOf, as } = await placesOfCast()
const app = makeHttp({
  log: makeLog('silent'),
  authenticate: (request) => actorOf(request.headers['x-who'] as CastStaff),
})
addPlaceRoutes(app, { database, clock })
await app.ready()
afterAll(() => app.close())

let keys = 0
const HEADINGS = ['类型', '名称', '别名', '上级', '社区', '纬度', '经度', '已核实']
async function send(
  url: string,
  rows: (string | number | null)[][],
  { who = 'dispatcher' as CastStaff, key = `import-key-${keys++}`, language = 'zh' } = {},
) {
  const { payload, headers } = formOf(await workbookOf([HEADINGS, ...rows]), '地点.xlsx')
  const sent = { ...headers, 'x-who': who, 'idempotency-key': key, 'accept-language': language }
  const response = await app.inject({ method: 'POST', url, payload, headers: sent })
  return { status: response.statusCode, body: response.json() }
}
const find = (typed: string) => as('agent', ({ tx }) => searchPlaces(tx, typed))

const sheet = [
  ['社区', '向阳社区', null, null, '向阳社区', null, null, '是'],
  ['小区', '幸福小区', '纺织厂宿舍、老纺织', '向阳社区', null, 41.27, 123.18, '是'],
  ['楼栋', '3号楼', null, '幸福小区', null, null, null, null],
  ['旧名', '红星大院', null, '幸福小区', null, null, null, null],
]

test('a preview tells what would be, and keeps nothing', async () => {
  const { status, body } = await send('/api/v1/place-import-previews', sheet)
  expect({ status, body }).toMatchObject({ status: 200, body: { added: 4, changed: 0, same: 0, refused: 0 } })
  expect(body.rows[1]).toEqual({ row: 3, label: '幸福小区', outcome: 'added', sentence: null })
  expect(await find('幸福')).toEqual([])
})

test('an import registers rows that build on earlier rows; again, it changes nothing', async () => {
  const key = 'one-import-only'
  const first = await send('/api/v1/place-imports', sheet, { key })
  expect(first.body).toMatchObject({ added: 4, refused: 0 })
  expect((await send('/api/v1/place-imports', sheet, { key })).body).toEqual(first.body)
  expect((await send('/api/v1/place-imports', sheet)).body).toMatchObject({ added: 0, changed: 0, same: 4 })
  const [estate] = await find('幸福小区')
  expect(estate).toMatchObject({
    path: ['向阳社区'],
    unit: cast.units.sunny,
    latitude: 41.27,
    checked: true,
    aliases: ['纺织厂宿舍', '老纺织'],
  })
  expect(await find('红星大院')).toMatchObject([{ id: estate!.id, formerly: '红星大院' }])
})

test('a later sheet completes what is there and takes nothing away', async () => {
  const again = [['小区', '幸福小区', '幸福里', '向阳社区', null, null, null, null]]
  expect((await send('/api/v1/place-imports', again)).body).toMatchObject({ changed: 1 })
  expect((await find('幸福小区'))[0]).toMatchObject({
    aliases: ['纺织厂宿舍', '老纺织', '幸福里'],
    latitude: 41.27,
    checked: true,
  })
})

test('each refused row says why in the reader’s language; the others are kept', async () => {
  const mixed = [
    ['庄园', '甲', null, null, null, null, null, null],
    ['小区', '乙', null, '没有的地方', null, null, null, null],
    ['小区', '丙', null, null, '没有的社区', null, null, null],
    ['小区', '丁', null, null, null, 141, 123, null],
    ['旧名', '戊', null, null, null, null, null, null],
    ['道路', '好路', null, null, null, null, null, null],
  ]
  const { body } = await send('/api/v1/place-imports', mixed)
  expect(body).toMatchObject({ added: 1, refused: 5 })
  expect(body.rows.map(({ row, outcome }: { row: number; outcome: string }) => [row, outcome])).toEqual([
    [2, 'refused'],
    [3, 'refused'],
    [4, 'refused'],
    [5, 'refused'],
    [6, 'refused'],
    [7, 'added'],
  ])
  expect(body.rows[1].sentence).toContain('没有的地方')
  expect((await send('/api/v1/place-import-previews', mixed, { language: 'en' })).body.rows[0].sentence).toBeTruthy()
  expect(await find('好路')).toHaveLength(1)
})

test('where several places bear the parent’s name, the path tells them apart', async () => {
  const twoGardens = [
    ['社区', '柳荫社区', null, null, '柳荫社区', null, null, null],
    ['小区', '花园新村', null, '向阳社区', null, null, null, null],
    ['小区', '花园新村', null, '柳荫社区', null, null, null, null],
    ['楼栋', '1号楼', null, '花园新村', null, null, null, null],
    ['楼栋', '1号楼', null, '柳荫社区/花园新村', null, null, null, null],
  ]
  const { body } = await send('/api/v1/place-imports', twoGardens)
  expect(body).toMatchObject({ added: 4, refused: 1 })
  expect(body.rows[0]).toMatchObject({ row: 5, sentence: expect.stringContaining('路径') })
  expect(await find('花园新村1号楼')).toMatchObject([{ unit: cast.units.willow }])
})

test('only those who answer for the register import, and the template is there to fill in', async () => {
  expect((await send('/api/v1/place-imports', sheet, { who: 'sunnyWorker' })).status).toBe(403)
  const template = await app.inject({ url: '/api/v1/place-import-template', headers: { 'x-who': 'dispatcher' } })
  expect(template.headers['content-type']).toContain('spreadsheetml')
  expect(template.rawPayload.subarray(0, 2).toString()).toBe('PK')
})

test('places are registered, corrected and guessed over HTTP', async () => {
  const headers = { 'x-who': 'agent', 'idempotency-key': 'create-a-place' }
  const created = await app.inject({
    method: 'POST',
    url: '/api/v1/places',
    headers,
    payload: { kind: 'landmark', name: { zh: '文化宫' } },
  })
  expect(created.json()).toMatchObject({ version: 1, checked: false })
  const url = `/api/v1/places/${created.json().id}`
  const amended = await app.inject({
    method: 'PATCH',
    url,
    headers: { 'x-who': 'agent', 'if-match': '"1"' },
    payload: { checked: true },
  })
  expect(amended.json()).toMatchObject({ version: 2, checked: true })
  const guess = await app.inject({
    method: 'POST',
    url: '/api/v1/place-guesses',
    headers,
    payload: { text: '文化宫门口路灯不亮' },
  })
  expect(guess.json()).toMatchObject({ place: { name: { zh: '文化宫' } }, unit: null, candidates: [] })
  const found = await app.inject({ url: `/api/v1/places?q=${encodeURIComponent('文化')}`, headers })
  expect(found.json().places).toHaveLength(1)
})
