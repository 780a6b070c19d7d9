import { afterAll, expect, test } from 'vitest'
import { formOf, workbookOf } from '#platform/fixture-sheet'
import { makeHttp } from '#platform/http'
import { makeLog } from '#platform/log'
import type { CastStaff } from '#test/cast'
import { peopleOfCast } from './fixture-people.ts'
import { findPeople } from './people.ts'
import { addPeopleRoutes } from './routes.ts'

const { cast, database, clock, vault, actorOf, as } = await peopleOfCast()
const app = makeHttp({
  log: makeLog('silent'),
  authenticate: (request) => actorOf(request.headers['x-who'] as CastStaff),
})
addPeopleRoutes(app, { database, clock, vault })
await app.ready()
afterAll(() => app.close())

let keys = 0
const HEADINGS = [
  '姓名',
  '身份证号',
  '统一社会信用代码',
  '电话',
  '称呼',
  '听障',
  '标签',
  '社区',
  '住址',
  '户号',
  '与户主关系',
]
type Cell = string | number | null
async function send(url: string, rows: Cell[][], who: CastStaff = 'sunnyWorker') {
  const { payload, headers } = formOf(await workbookOf([HEADINGS, ...rows]), '居民.xlsx')
  const response = await app.inject({
    method: 'POST',
    url,
    payload,
    headers: { ...headers, 'x-who': who, 'idempotency-key': `people-key-${keys++}` },
  })
  return { status: response.statusCode, body: response.json() }
}
const find = (typed: string) => as('sunnyWorker', ({ tx }) => findPeople(tx, vault, typed))
const row = (name: string, more: Partial<Record<(typeof HEADINGS)[number], Cell>> = {}): Cell[] =>
  HEADINGS.map((heading) => (heading === '姓名' ? name : (more[heading] ?? null)))

const family = [
  row('张小军', { 户号: '1', 与户主关系: '子', 社区: '向阳社区' }),
  row('张卫国', {
    身份证号: '11010519491231002X',
    电话: '13900001111、0419-2223333',
    标签: '独居老人、退役',
    听障: '是',
    社区: '向阳社区',
    住址: '幸福小区3号楼',
    户号: '1',
    与户主关系: '户主',
  }),
  row('星河物业', { 统一社会信用代码: '914403001922038216', 电话: '4001234567', 社区: '向阳社区' }),
]

test('a preview keeps nothing; the import registers people with telephones, flags and household', async () => {
  expect((await send('/api/v1/people-import-previews', family)).body).toMatchObject({ added: 3, refused: 0 })
  expect(await find('张卫国')).toEqual([])
  expect((await send('/api/v1/people-imports', family)).body).toMatchObject({ added: 3, refused: 0 })
  const [head] = await find('张卫国')
  expect(head).toMatchObject({
    identity: '**************002X',
    deaf: true,
    flags: ['livesAlone', '退役'],
    unit: cast.units.sunny,
    phones: [{ mobile: true }, { mobile: false }],
    household: {
      address: '幸福小区3号楼',
      head: head!.id,
      members: [
        { name: '张卫国', relation: null },
        { name: '张小军', relation: '子' },
      ],
    },
  })
  expect(await find('914403001922038216')).toMatchObject([{ kind: 'organisation', name: '星河物业' }])
})

test('who is known by number, or by telephone and name, is completed and never doubled', async () => {
  const again = [
    family[1]!,
    row('张卫国', { 电话: '139 0000 1111', 称呼: '张大爷' }),
    row('星河物业', { 统一社会信用代码: '914403001922038216', 电话: '13900009999' }),
  ]
  const { body } = await send('/api/v1/people-imports', again)
  expect(body).toMatchObject({ added: 0, changed: 2, same: 1 })
  expect(await find('张卫国')).toMatchObject([{ formOfAddress: '张大爷', deaf: true, phones: [{}, {}] }])
  expect((await find('星河物业'))[0]!.phones).toHaveLength(2)
})

test('each refused row says why; the others are kept', async () => {
  const { body } = await send('/api/v1/people-imports', [
    row('甲', { 身份证号: '110105194912310021' }),
    row('乙', { 身份证号: 110_105_194_912_310_020 }),
    row('丙', { 电话: '123' }),
    row('丁', { 社区: '火星社区' }),
    row('戊', { 电话: '13900005555', 社区: '向阳社区' }),
  ])
  expect(body).toMatchObject({ added: 1, refused: 4 })
  const sentences = body.rows.slice(0, 4).map(({ sentence }: { sentence: string }) => sentence)
  for (const [at, word] of ['校验码', '四舍五入', '123', '火星社区'].entries()) expect(sentences[at]).toContain(word)
  expect(await find('戊')).toHaveLength(1)
})

test('a number that somebody out of reach bears is refused, telling nothing about them', async () => {
  const { body } = await send(
    '/api/v1/people-imports',
    [row('别人', { 身份证号: '11010519491231002X' })],
    'willowWorker',
  )
  expect(body).toMatchObject({
    added: 0,
    refused: 1,
    rows: [{ label: '别人', sentence: expect.not.stringContaining('张卫国') }],
  })
})

test('administrators do not import people', async () => {
  expect((await send('/api/v1/people-imports', family, 'systemAdministrator')).status).toBe(403)
})
