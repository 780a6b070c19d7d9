import pg from 'pg'
import { tokensOf } from '#kernel/search'
import type { Cast } from '../test/cast.ts'
import { plan, rows } from './million-rows.ts'

/** How long the load took, and what stands there afterwards. */
export interface Loaded {
  readonly cases: number
  readonly seconds: number
  readonly stages: Readonly<Record<string, number>>
  readonly rows: Readonly<Record<string, number>>
  readonly units: number
}

const tables = rows.map(({ table }) => table)

/**
 * Fills the cast's district with so many cases of three years over 40 further units, with all their rows, indexes and
 * statistics. Indexes that hold no promise are built after the rows, as a restore does.
 */
export async function loadMillion(ownerUrl: string, cast: Cast, cases: number): Promise<Loaded> {
  const began = performance.now()
  const stages: Record<string, number> = {}
  const stage = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const from = performance.now()
    return await work().finally(() => (stages[name] = seconds(from)))
  }
  const clients = await Promise.all([loader(ownerUrl), loader(ownerUrl)])
  const [first] = clients
  const units = await plantUnits(first, cast)
  await writeTexts(first)
  await first.query('select ensure_search_partitions($1)', [cases])
  await stage('plan', () => first.query(plan(cases)))
  const indexes = await dropIndexes(first)
  await share(clients, rows, ({ table, insert }, client) => stage(table, () => client.query(insert)))
  await stage('indexes', () => share(clients, indexes, (index, client) => client.query(index)))
  await stage('statistics', () => first.query(`analyze ${tables.join(', ')}`))
  await settle(first)
  const total = seconds(began)
  // Else the server's own vacuum, which follows every load of rows, would be measured with what comes next.
  await stage('vacuum, after the load', () => first.query(`vacuum ${tables.join(', ')}`))
  const counted: Record<string, number> = {}
  for (const table of tables) counted[table] = await countOf(first, table)
  await Promise.all(clients.map((client) => client.end()))
  return { cases, seconds: total, stages, rows: counted, units }
}

const seconds = (from: number) => Math.round((performance.now() - from) / 100) / 10

async function loader(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  // What the rows refer to is there by their making, so the keys need not be looked up row by row.
  await client.query(`set session_replication_role = replica; set synchronous_commit = off;
    set maintenance_work_mem = '256MB'; set work_mem = '64MB'`)
  await client.query("select set_config('app.district', '1', false)")
  return client
}

/** All clients at once, each taking the next item when it is done with one. */
async function share<T>(
  clients: readonly pg.Client[],
  items: readonly T[],
  work: (item: T, client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const left = items.values()
  await Promise.all(
    clients.map(async (client) => {
      for (const item of left) await work(item, client)
    }),
  )
}

/** Four more streets; every street then has the cast's communities and six more. */
async function plantUnits(client: pg.Client, { units }: Cast): Promise<number> {
  const add = async (kind: string, parent: number, zh: string): Promise<number> => {
    const { rows } = await client.query('insert into unit (kind) values ($1) returning id', [kind])
    const id: number = rows[0].id
    await client.query("insert into unit_name (unit_id, name, valid) values ($1, $2, '[2020-01-01,)')", [id, { zh }])
    await client.query("insert into unit_edge (child, parent, valid) values ($1, $2, '[2020-01-01,)')", [id, parent])
    return id
  }
  const places: (readonly [street: number, community: number])[] = [
    [units.bridgeStreet, units.sunny],
    [units.bridgeStreet, units.willow],
    [units.riverStreet, units.riverside],
    [units.riverStreet, units.northGarden],
  ]
  const streets = [units.bridgeStreet, units.riverStreet]
  for (let n = 1; n <= 4; n++) streets.push(await add('street', units.district, `第${n}街道`))
  for (const street of streets) {
    for (let n = 1; n <= 6; n++) places.push([street, await add('community', street, `第${street}-${n}社区`)])
  }
  await client.query('create table bench_place (place int, street int, community int, centre int, department int)')
  for (const [place, [street, community]] of places.entries()) {
    const row = [place, street, community, units.centre, units.housing]
    await client.query('insert into bench_place values ($1, $2, $3, $4, $5)', row)
  }
  return Object.keys(units).length + 40
}

const matters = [
  '楼道灯坏了三天',
  '电梯经常停运',
  '下水道堵塞返味',
  '夜间施工噪音扰民',
  '路面破损积水',
  '垃圾清运不及时',
]
const things = [
  '路灯',
  '井盖',
  '健身器材',
  '消防通道',
  '充电桩',
  '绿化带',
  '门禁',
  '水表',
  '燃气管',
  '停车位',
  '信报箱',
  '公厕',
]

/** 4,320 different texts with the search words that the house would keep of them. */
async function writeTexts(client: pg.Client): Promise<void> {
  await client.query('create table bench_text (id int, title text, place text, body text, reply text, tsv tsvector)')
  for (let id = 0; id < matters.length * things.length * 60; id++) {
    const [matter, thing] = [matters[id % 6]!, things[Math.floor(id / 6) % 12]!]
    const place = `新华路${100 + Math.floor(id / 72)}弄${(id % 40) + 1}号楼`
    const [title, body] = [matter, `${place}${matter}，旁边的${thing}也有问题，老人上下楼不安全，请尽快派人来修。`]
    await client.query('insert into bench_text values ($1, $2, $3, $4, $5, array_to_tsvector($6))', [
      id,
      title,
      place,
      body,
      `已安排人员到${place}查看，${thing}当日修复，感谢您的反映。`,
      tokensOf(`${title} ${body} ${place}`),
    ])
  }
}

/** Drops what only speeds reading up. @returns the statements that make it again */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ') as definition
     from pg_index i where i.indrelid::regclass::text = any ($1) and not i.indisunique order by 1`,
    [tables],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}

async function settle(client: pg.Client): Promise<void> {
  for (const [sequence, table] of [
    ['case_id', 'cases'],
    ['task_id', 'task'],
    ['clock_id', 'clock'],
    ['event_id', 'event'],
  ]) {
    await client.query(`select setval('${sequence}', (select max(id) from ${table}))`)
  }
  await client.query('drop table bench_case, bench_place, bench_text')
}

async function countOf(client: pg.Client, table: string): Promise<number> {
  const { rows } = await client.query(`select count(*)::int as rows from ${table}`)
  return rows[0].rows
}
