import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { plantCast } from '../test/cast.ts'
import { testDatabase } from '../test/database.ts'

const directory = mkdtempSync(path.join(tmpdir(), 'lianxin-import-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))
const { ownerUrl } = await testDatabase()
await plantCast(ownerUrl)
const ROWS = 3_000
const file = path.join(directory, 'old.jsonl')
writeFileSync(
  file,
  Array.from({ length: ROWS }, (_, id) =>
    JSON.stringify({ id, time: '2019-02-28 11:25:05', subject: `第${id}件` }),
  ).join('\n'),
)

function start(...given: string[]): ChildProcess & { stdout: NodeJS.ReadableStream; stderr: NodeJS.ReadableStream } {
  const env = { PATH: process.env.PATH, LIANXIN_DATA: path.join(directory, 'data'), DATABASE_URL: ownerUrl }
  return spawn(process.execPath, [path.join(import.meta.dirname, 'import.ts'), ...given], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  }) as never
}

async function run(...given: string[]) {
  const child = start(...given)
  const [said, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code, said, complaint }
}

/** Starts an import and sends the signal when the first batch is committed. */
async function breakOff(signal: NodeJS.Signals): Promise<{ code: number | null; said: string }> {
  const child = start(file)
  let said = ''
  child.stdout.on('data', (chunk) => {
    if (said === '') child.kill(signal)
    said += chunk
  })
  const [code] = await once(child, 'exit')
  return { code, said }
}

async function numberOfCases(): Promise<{ cases: number; words: number; events: number; searches: number }> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const { rows } =
    await owner.query(`select (select count(*)::int from cases) as cases, (select count(*)::int from case_text) as words,
    (select count(*)::int from event) as events, (select count(*)::int from case_search) as searches`)
  await owner.end()
  return rows[0]
}
const all = (number: number) => ({ cases: number, words: number, events: number, searches: number })

test('broken off by Ctrl-C or killed, the next run takes exactly the rest', async () => {
  const stopped = await breakOff('SIGINT')
  expect(stopped.code).toBe(130)
  expect(stopped.said).toMatch(/Stopped\. .* Run the same command again for the rest; nothing is taken twice\.\n$/)
  const { cases } = await numberOfCases()
  expect(await numberOfCases()).toEqual(all(cases))
  expect(cases).toBeGreaterThan(0)
  expect(cases).toBeLessThan(ROWS)

  expect((await breakOff('SIGKILL')).code).toBeNull()
  expect((await numberOfCases()).cases).toBeLessThan(ROWS)

  const { code, said } = await run(file)
  expect(code).toBe(0)
  expect(said).toMatch(/3,000 lines read: [\d,]+ new, [\d,]+ there before, 0 refused\n$/)
  expect(await numberOfCases()).toEqual(all(ROWS))
})

test('refused rows are named on the screen, or whole in the file that is asked for', async () => {
  const bad = path.join(directory, 'bad.jsonl')
  const refused = path.join(directory, 'refused.jsonl')
  writeFileSync(bad, '{"id":1,"time":"2019-02-30 10:00:00","subject":"甲"}\nnot json\n')
  expect((await run(bad)).said).toContain(
    'line 1 (id 1): The time is no real date and time such as 2019-02-28 11:25:05.',
  )
  expect((await run(bad, '--refused', refused)).said).toContain('1 refused: The line is not whole JSON.')
  const rows = readFileSync(refused, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(rows).toMatchObject([
    { line: 1, id: '1', reason: 'bad-time' },
    { line: 2, id: null, reason: 'not-json', zh: '这一行不是完整的JSON。' },
  ])
})

test.concurrent.each([
  ['a directory', [directory], / is a directory: name a file of one JSON object a line\.\n$/],
  [
    'a district that is not there',
    [file, '--district', '9'],
    /^Say for which district with --district ID: 1 星河区\.\n$/,
  ],
  ['an unknown option', [file, '--colour', 'red'], /^Unknown option '--colour': npm run import -- FILE\.jsonl .*\.\n$/],
])('%s is refused in one sentence with exit code 1', async (_what, given, sentence) => {
  const { code, complaint } = await run(...given)
  expect(code).toBe(1)
  expect(complaint).toMatch(sentence)
  expect(complaint.trim().split('\n')).toHaveLength(1)
})
