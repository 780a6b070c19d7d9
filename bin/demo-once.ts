import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { systemClock } from '../src/platform/clock.ts'
import { Database } from '../src/platform/database.ts'
import { makeLog } from '../src/platform/log.ts'
import { connectOwner } from '../src/platform/migrate-connection.ts'
import type { OpenedDatabase } from './open-database.ts'

/** Someone of the fictional district to log in as. */
export type DemoLogin = { name: string; role: string; login: string; password: string }

const DEMO = path.resolve(import.meta.dirname, '../demo/index.ts')

/** Makes the fictional district in an empty database; later starts read whom it made. */
export async function makeDemoOnce(config: OpenedDatabase['config']): Promise<DemoLogin[]> {
  const marker = path.join(config.dataDir, 'demo.json')
  if (await isEmpty(config.databases.owner)) writeFileSync(marker, JSON.stringify(await make(config)))
  return existsSync(marker) ? (JSON.parse(readFileSync(marker, 'utf8')) as DemoLogin[]) : []
}

async function isEmpty(ownerUrl: string): Promise<boolean> {
  const owner = await connectOwner(ownerUrl)
  const { rowCount } = await owner.query('select from district limit 1').finally(() => owner.end())
  return rowCount === 0
}

async function make(config: OpenedDatabase['config']): Promise<DemoLogin[]> {
  if (!existsSync(DEMO)) return []
  const { makeDemo } = await import(DEMO)
  const database = new Database(config.databases.urls)
  const log = makeLog(config.logLevel)
  return makeDemo({ database, clock: systemClock, log, config }).finally(() => database.close())
}
