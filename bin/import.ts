import { parseArgs } from 'node:util'
import {
  districts,
  findTarget,
  type ImportReport,
  importHistory,
  requireImportFile,
  requireOtherFile,
  sourceOf,
} from '#module/hotline'
import { systemClock } from '../src/platform/clock.ts'
import { Database } from '../src/platform/database.ts'
import { StartError } from '../src/platform/start-error.ts'
import { count, importNews } from './import-news.ts'
import { openDatabase } from './open-database.ts'
import { fail } from './progress.ts'

const INTERRUPTED = 130
const LOST = 'The database went away: run the same command again for the rest; nothing is taken twice.'
const isLost = ({ code = '', message = '' }) =>
  /^(ECONN|EPIPE|57P0|08)/.test(code) || message.startsWith('Connection terminated')

process.exit(await run().catch((error) => fail(isLost(error) ? new StartError(LOST) : error)))

/** `npm run import -- FILE.jsonl [--district ID] [--source NAME] [--refused FILE]` */
async function run(): Promise<number> {
  const { file, source, district, refused } = chosen()
  const signal = stopSignal()
  const { config, stop } = await openDatabase(process.env)
  const database = new Database(config.databases.urls, 2)
  try {
    const { target, name } = await targetOf(database, district)
    const news = importNews(refused)
    const clock = systemClock
    const report = await importHistory({ database, clock, target, file, source, signal, ...news })
    news.close()
    console.log(summary(report, name))
    return report.finished ? 0 : INTERRUPTED
  } finally {
    await database.close()
    await stop()
  }
}

function chosen() {
  const text = { type: 'string' } as const
  const given = () => {
    try {
      return parseArgs({ allowPositionals: true, options: { district: text, source: text, refused: text } })
    } catch (error) {
      throw new StartError(
        `${(error as Error).message.split('. ')[0]}: npm run import -- FILE.jsonl [--district ID] [--source NAME] [--refused FILE].`,
      )
    }
  }
  const { positionals, values } = given()
  if (positionals.length > 1) throw new StartError('Import one file at a time: npm run import -- FILE.jsonl.')
  const file = requireImportFile(positionals[0])
  const refused = values.refused === undefined ? undefined : requireOtherFile(values.refused, file)
  return { file, refused, source: values.source ?? sourceOf(file), district: values.district }
}

/** Ctrl-C and its like let the batch at work finish; a second one changes nothing. */
function stopSignal(): AbortSignal {
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(name, () => stop.abort())
  return stop.signal
}

const NO_TABLE = '42P01'
const NONE_YET = 'There is no district yet: start the platform once with npm start, then import.'

async function targetOf(database: Database, wanted: string | undefined) {
  const all = await districts(database).catch((error: { code?: string }) => {
    if (error.code === NO_TABLE) return []
    throw error
  })
  if (all.length === 0) throw new StartError(NONE_YET)
  const names = all.map(({ id, name }) => `${id} ${name}`).join(', ')
  const found = wanted === undefined && all.length === 1 ? all[0] : all.find(({ id }) => String(id) === wanted)
  if (!found) throw new StartError(`Say for which district with --district ID: ${names}.`)
  const target = await findTarget(database, found, systemClock)
  if (!target) throw new StartError(`${found.name} has no unit yet that could take the messages in: set one up first.`)
  return { target, name: found.name }
}

function summary({ read, imported, known, refused, finished }: ImportReport, district: string): string {
  const numbers = `${count(read)} lines read: ${count(imported)} new, ${count(known)} there before, ${count(refused)} refused`
  return finished
    ? `  ✓ history of ${district}: ${numbers}`
    : `  Stopped. ${numbers}. Run the same command again for the rest; nothing is taken twice.`
}
