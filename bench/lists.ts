import { loadavg } from 'node:os'
import type { CastStaff } from '../test/cast.ts'
import { cpuPer } from './cpu.ts'
import { httpClient } from './http-client.ts'
import { openLoad, percentile, round } from './load.ts'
import { loadMillion } from './million.ts'
import { openStand, type Stand } from './stand.ts'

const cases = Number(process.env.BENCH_CASES ?? 1_000_000)
const seconds = Number(process.env.BENCH_SECONDS ?? 30)
const perSecond = 50
const limits = { loadSeconds: 180, serverP99: 10 }

interface Asked {
  readonly name: string
  readonly who: CastStaff
  readonly path: string
}

const workLists: Asked[] = [
  { name: 'community worker: own unit', who: 'sunnyWorker', path: '/api/v1/tasks' },
  { name: 'street dispatcher: own unit', who: 'bridgeDispatcher', path: '/api/v1/tasks' },
  { name: 'street dispatcher: all that is visible', who: 'bridgeDispatcher', path: '/api/v1/tasks?queue=above' },
  { name: 'centre dispatcher: own unit', who: 'dispatcher', path: '/api/v1/tasks' },
  { name: 'supervisor: all that is visible', who: 'supervisor', path: '/api/v1/tasks?queue=above' },
  { name: 'supervisor: complaints only', who: 'supervisor', path: '/api/v1/tasks?queue=above&caseKind=complaint' },
  { name: 'department: all that is visible', who: 'housingHandler', path: '/api/v1/tasks?queue=above' },
]

const search = (who: CastStaff, words: string): Asked => ({
  name: `${who}: ${words}`,
  who,
  path: `/api/v1/cases?q=${encodeURIComponent(words)}`,
})
const searches: Asked[] = [
  search('agent', '电梯停运'),
  search('agent', '新华路105弄7号楼充电桩'),
  search('sunnyWorker', '井盖'),
  search('bridgeDispatcher', '噪音'),
  search('agent', '没有这样的词'),
]
const people = [...new Set([...workLists, ...searches].map(({ who }) => who))]

/** Work lists and search over a million cases, asked for at a steady rate whether or not earlier ones were answered. */
export async function lists() {
  // The rows come past the house, so its worker would spend the whole measurement sealing a history that nobody wrote.
  const stand = await openStand(people, { LIANXIN_PROCESS: 'web' })
  try {
    const load = await loadMillion(stand.ownerUrl, stand.cast, cases)
    const [tasks, found] = [await ask(stand, workLists, perSecond), await ask(stand, searches, 10)]
    return {
      bench: 'lists',
      loadAverage: loadavg().map(round),
      load: { ...load, limit: limits.loadSeconds, ok: load.seconds <= limits.loadSeconds },
      lists: { ...tasks, limit: limits.serverP99, ok: tasks.server.p99 <= limits.serverP99 },
      ratio: round(tasks.server.p99 / limits.serverP99),
      search: found,
    }
  } finally {
    await stand.stop()
  }
}

interface Times {
  readonly client: number[]
  readonly server: number[]
}

async function ask(stand: Stand, asked: readonly Asked[], rate: number) {
  const cookies = new Map<CastStaff, string>()
  for (const who of new Set(asked.map((each) => each.who))) cookies.set(who, await stand.logIn(who))
  const call = httpClient(stand.url, 32)
  const times = asked.map((): Times => ({ client: [], server: [] }))
  const once = async (index: number) => {
    const at = index % asked.length
    const { who, path } = asked[at]!
    const began = performance.now()
    const { status, headers, body } = await call('GET', path, { cookie: cookies.get(who)! })
    if (status !== 200) throw new Error(body)
    times[at]!.client.push(performance.now() - began)
    times[at]!.server.push(serverTime(headers))
  }
  for (let warm = 0; warm < 10 * asked.length; warm++) await once(warm)
  for (const each of times) each.client.length = each.server.length = 0
  const from = stand.cpu()
  const client = await openLoad(rate, seconds, once)
  const cpu = cpuPer(rate * seconds, from, stand.cpu())
  call.close()
  return {
    rate,
    client,
    cpu,
    server: spread(times.flatMap(({ server }) => server)),
    each: asked.map(({ name }, at) => ({ name, client: spread(times[at]!.client), server: spread(times[at]!.server) })),
  }
}

/** What the server says it took, from the arrival of the request to the handler's answer, in milliseconds. */
const serverTime = (headers: ReadonlyMap<string, string>): number =>
  Number(/dur=([\d.]+)/.exec(headers.get('server-timing') ?? '')?.[1])

const spread = (times: readonly number[]) => ({
  asked: times.length,
  p50: percentile(times, 0.5),
  p99: percentile(times, 0.99),
  most: percentile(times, 1),
})
