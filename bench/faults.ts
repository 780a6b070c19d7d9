import { loadavg } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { Book } from './faults-book.ts'
import { type Call, httpClient } from './http-client.ts'
import { round } from './load.ts'
import { asOwner, openStand, type Stand } from './stand.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 20)
const clients = 8
const victims = ['server', 'database'] as const
// A try that nobody answers is given up, and made again under the same key.
const patience = 20_000

interface Round {
  readonly killed: (typeof victims)[number]
  readonly backAfterSeconds: number
  readonly acknowledged: number
}

/**
 * Kills the server or the database at random, by kill -9, while clients file requests. Each filing has a key; one that
 * was not answered is sent again under the same key. In the end every acknowledged case must stand, once.
 */
export async function faults() {
  const began = performance.now()
  // What fails meanwhile is what is asked for; the log would say it a thousand times.
  const stand = await openStand(['agent'], {}, { quiet: true })
  try {
    const cookie = await stand.logIn('agent')
    const book = new Book()
    const told: Round[] = []
    for (let n = 0; n < rounds; n++) told.push(await faultRound(stand, cookie, book))
    await fileAll(stand, cookie, book, book.open)
    const verdict = await judge(stand, book)
    const { lost, doubled, unanswered, unasked } = verdict
    return {
      bench: 'faults',
      loadAverage: loadavg().map(round),
      seconds: Math.round((performance.now() - began) / 1000),
      clients,
      rounds: told,
      ...verdict,
      ratio: round(verdict.acknowledged / verdict.filed),
      ok: lost.length + doubled.length + unanswered.length + unasked === 0,
    }
  } finally {
    await stand.stop()
  }
}

async function faultRound(stand: Stand, cookie: string, book: Book): Promise<Round> {
  const before = book.acknowledged
  const killed = victims[Math.floor(Math.random() * victims.length)]!
  const stopping = new AbortController()
  const call = httpClient(stand.url, clients)
  const filing = Array.from({ length: clients }, () => keepFiling(call, cookie, book, stopping.signal))
  await sleep(300 + Math.random() * 1_200)
  await (killed === 'server' ? stand.killServer() : stand.killDatabase())
  const began = performance.now()
  // Some go on calling into the void, as people do.
  await sleep(Math.random() * 200)
  stopping.abort()
  await (killed === 'server' ? stand.startServer() : stand.startDatabase())
  const backAfterSeconds = round((performance.now() - began) / 1000)
  call.close()
  await Promise.all(filing)
  await fileAll(stand, cookie, book, book.open)
  return { killed, backAfterSeconds, acknowledged: book.acknowledged - before }
}

async function keepFiling(call: Call, cookie: string, book: Book, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const answered = await file(call, cookie, book, book.file())
    if (!answered) await sleep(20)
  }
}

/** Sends these again, until each was acknowledged or patience ends. */
async function fileAll(stand: Stand, cookie: string, book: Book, keys: readonly string[]): Promise<void> {
  const end = performance.now() + patience
  const call = httpClient(stand.url, clients)
  for (const key of keys) {
    while (!(await file(call, cookie, book, key)) && performance.now() < end) await sleep(50)
  }
  call.close()
}

// The key also stands in the title, so that cases can be counted without asking the table of keys.
async function file(call: Call, cookie: string, book: Book, key: string): Promise<boolean> {
  const body = JSON.stringify({ kind: 'help', channel: 'phone', title: key, text: '楼道灯坏了三天，请派人来修。' })
  const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': key }
  const answer = await call('POST', '/api/v1/requests', headers, body).catch(() => undefined)
  if (answer?.status !== 200) return false
  book.acknowledge(key, JSON.parse(answer.body).id)
  return true
}

async function judge(stand: Stand, book: Book) {
  const standing = await asOwner<{ key: string; cases: number }>(
    stand.ownerUrl,
    'select title as key, count(*)::int as cases from cases group by title',
  )
  const whole = await asOwner<{ id: number }>(
    stand.ownerUrl,
    `select c.id from cases c where exists (select from event e where e.district_id = c.district_id and e.subject = 'case' and e.subject_id = c.id)
       and exists (select from task t where t.case_id = c.id) and exists (select from clock k where k.case_id = c.id)`,
  )
  return book.judge(standing, new Set(whole.map(({ id }) => Number(id))))
}
