import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import pg from 'pg'
import { open } from '#kernel/cases'
import { requestType } from '#module/hotline'
import { httpClient } from './http-client.ts'
import { closedLoad, type Measured, round } from './load.ts'
import { portalScript } from './portal-script.ts'
import { engineOf, measureStages, type Stages } from './stages.ts'
import { openStand, type Stand } from './stand.ts'

const clients = 8
const seconds = 4
const rounds = 5
const limit = 0.45

const request = (n: number) => ({
  kind: 'help',
  channel: 'phone',
  text: `向阳社区${n % 90}号楼楼道灯坏了三天，老人上下楼不安全，请尽快派人来修一下，谢谢。`,
  title: '楼道灯坏了三天',
})

/**
 * Creating a case over HTTP, logged in, with row-level security, event, clock and search, against a lean SQL client
 * that calls the same SQL function with the same document, in turns on the same machine.
 */
export async function intake() {
  const stand = await openStand(['agent'])
  try {
    const idle = idleMemory(stand)
    const [overHttp, overSql] = [await httpRound(stand), await sqlRound(stand)]
    const https: Measured[] = []
    const sqls: Measured[] = []
    for (let turn = 0; turn < rounds; turn++) {
      sqls.push(await overSql())
      https.push(await overHttp())
    }
    const ratio = median(https.map(({ perSecond }, turn) => perSecond / sqls[turn]!.perSecond))
    return {
      bench: 'intake',
      loadAverage: loadavg().map(round),
      clients,
      http: https,
      sql: sqls,
      ratio: round(ratio),
      limit,
      ok: ratio >= limit,
      stages: await stagesOf(stand),
      idle,
      portal: portalScript(),
    }
  } finally {
    await stand.stop()
  }
}

async function httpRound(stand: Stand): Promise<() => Promise<Measured>> {
  const cookie = await stand.logIn('agent')
  const call = httpClient(stand.url, clients)
  let n = 0
  const once = async () => {
    const body = JSON.stringify(request(n++))
    const headers = {
      cookie,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    }
    const { status, body: answer } = await call('POST', '/api/v1/requests', headers, body)
    if (status !== 200) throw new Error(answer)
  }
  for (let warm = 0; warm < 300; warm++) await once()
  return () => closedLoad(clients, seconds, once)
}

/** Catches the document that the house would send, and sends it itself. */
async function sqlRound(stand: Stand): Promise<() => Promise<Measured>> {
  const text = await documentOf(stand)
  const pool = new pg.Pool({ connectionString: stand.urlAs('app_staff'), max: clients })
  pool.on('error', () => undefined) // the stand stops its database at the end
  const once = async () => {
    const change = text.replaceAll('KEY-OF-THIS-ONE', crypto.randomUUID())
    await pool.query({ name: 'write_case', text: 'select write_case($1) as answer', values: [change] })
  }
  for (let warm = 0; warm < 300; warm++) await once()
  return () => closedLoad(clients, seconds, once)
}

async function documentOf(stand: Stand): Promise<string> {
  const { engine, actor, close } = await engineOf(stand)
  let caught = ''
  const run = async <T>(_name: string, _text: string, values: readonly unknown[]) => {
    caught = String(values[0])
    return [{ answer: { id: 1, version: 1, state: 'received' } }] as T[]
  }
  const idempotency = { key: 'KEY-OF-THIS-ONE', hash: 'x' }
  const intake = stand.cast.units.centre
  await open(engine, actor, requestType, { ...request(1), intake, receipt: 'x' }, { idempotency, run })
  await close()
  return caught
}

async function stagesOf(stand: Stand): Promise<Stages> {
  const call = httpClient(stand.url, clients)
  const cookie = await stand.logIn('agent')
  return await measureStages(stand, call, cookie, JSON.stringify(request(1))).finally(() => call.close())
}

/** Resident memory of the server before anybody came, in MB, from the kernel's own books. */
function idleMemory(stand: Stand): { megabytes: number; limit: number } {
  const status = readFileSync(`/proc/${stand.server().pid}/status`, 'utf8')
  return { megabytes: Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024), limit: 300 }
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
