import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Clock, systemClock } from '../src/platform/clock.ts'
import type { Config } from '../src/platform/config.ts'
import { Database } from '../src/platform/database.ts'
import { type Log, makeLog } from '../src/platform/log.ts'
import { connectOwner } from '../src/platform/migrate-connection.ts'
import { databaseNameOf, onDatabase } from './on-database.ts'
import type { OpenedDatabase } from './open-database.ts'

/** Someone of the fictional district to log in as. */
export type DemoLogin = { name: string; role: string; login: string; password: string }

type DemoConfig = OpenedDatabase['config']
export type MakeDemo = (into: { database: Database; clock: Clock; log: Log; config: Config }) => Promise<DemoLogin[]>

const DEMO = path.resolve(import.meta.dirname, '../demo/index.ts')

/**
 * Makes the fictional district in an empty database; later starts read whom it made. It is made beside the database and
 * put in its place when it is complete: a start that was killed in between leaves the database empty.
 */
export async function makeDemoOnce(config: DemoConfig, makeDemo?: MakeDemo): Promise<DemoLogin[]> {
  const marker = path.join(config.dataDir, 'demo.json')
  if (await isEmpty(config.databases.owner)) {
    const make = makeDemo ?? (await loadDemo())
    if (!make) return []
    const logins = await makeBeside(config, make)
    writeFileSync(marker, JSON.stringify(logins))
  }
  return existsSync(marker) ? (JSON.parse(readFileSync(marker, 'utf8')) as DemoLogin[]) : []
}

async function loadDemo(): Promise<MakeDemo | undefined> {
  return existsSync(DEMO) ? (await import(DEMO)).makeDemo : undefined
}

async function isEmpty(ownerUrl: string): Promise<boolean> {
  const owner = await connectOwner(ownerUrl)
  const { rowCount } = await owner.query('select from district limit 1').finally(() => owner.end())
  return rowCount === 0
}

async function makeBeside(config: DemoConfig, makeDemo: MakeDemo): Promise<DemoLogin[]> {
  const name = databaseNameOf(config.databases.owner)
  const draft = `${name}_demo`
  const admin = await connectOwner(onDatabase(config.databases, 'postgres').owner)
  try {
    await admin.query(`drop database if exists "${draft}" with (force)`)
    await admin.query(`create database "${draft}" template "${name}"`)
    const logins = await fill({ ...config, databases: onDatabase(config.databases, draft) }, makeDemo)
    await admin.query(`drop database "${name}"`)
    await admin.query(`alter database "${draft}" rename to "${name}"`)
    return logins
  } finally {
    await admin.end()
  }
}

async function fill(config: DemoConfig, makeDemo: MakeDemo): Promise<DemoLogin[]> {
  const database = new Database(config.databases.urls, 8, 120_000)
  const log = makeLog(config.logLevel)
  return makeDemo({ database, clock: systemClock, log, config }).finally(() => database.close())
}
