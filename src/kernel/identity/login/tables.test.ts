import { getMigrations } from 'better-auth/db/migration'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { systemClock } from '#platform/clock'
import { Database } from '#platform/database'
import { testDatabase } from '#test/database'
import { makeAuth } from './better-auth.ts'
import { openLoginHouse } from './login-house.ts'
import { sweepLogIns } from './sweep.ts'

const { ownerUrl, urls } = await testDatabase()
const database = new Database(urls, 2)
const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 })
afterAll(async () => {
  await owner.end()
  await database.close()
})

test('the migration has made exactly the tables and columns that better-auth expects', async () => {
  const house = openLoginHouse({
    database,
    clock: systemClock,
    log: pino({ level: 'silent' }),
    publicUrl: 'http://localhost',
    secret: 'x'.repeat(40),
  })
  const db = new Kysely({ dialect: new PostgresDialect({ pool: owner }) })
  const options = { ...makeAuth(house).options, database: { db, type: 'postgres' as const, schemaName: 'auth' } }
  const { toBeCreated, toBeAdded } = await getMigrations(options)
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] })
})

test('no role but that of log-ins reads an account, and that role reads nothing else', async () => {
  for (const pool of ['staff', 'portal', 'worker', 'figures'] as const) {
    await expect(sql`select from auth."user"`.execute(database.unscoped(pool))).rejects.toMatchObject({ code: '42501' })
  }
  const { rows } = await owner.query(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'auth')
      and has_schema_privilege('app_auth', n.oid, 'usage') and has_table_privilege('app_auth', c.oid, 'select') order by 1`)
  expect(rows.map(({ name }) => name)).toEqual(['district', 'log_era'])
})

test('what no log-in needs any more is swept, what one needs stays', async () => {
  const now = new Date('2026-09-18T02:00:00Z')
  const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
  await owner.query(
    `insert into auth."user" (id, name, email, "emailVerified") values ('u', 'u', 'u@staff.invalid', true)`,
  )
  for (const hours of [-1, 1]) {
    await owner.query(
      `insert into auth.session (id, "expiresAt", token, "updatedAt", "userId") values ($1, $2, $1, $2, 'u')`,
      [`s${hours}`, at(hours)],
    )
    await owner.query('insert into auth.verification (id, identifier, value, "expiresAt") values ($1, $1, $1, $2)', [
      `v${hours}`,
      at(hours),
    ])
  }
  for (const days of [8, 1])
    await owner.query("insert into auth.attempt values ('password', $1, 5, $2)", [`a${days}`, at(-24 * days)])
  expect(await sweepLogIns(database, now)).toBe(3)
  const { rows } = await owner.query(
    'select id from auth.session union all select id from auth.verification union all select key from auth.attempt',
  )
  expect(rows.map(({ id }) => id)).toEqual(['s1', 'v1', 'a1'])
})
