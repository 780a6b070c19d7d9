import { readFileSync } from 'node:fs'
import path from 'node:path'
import { getConstructionPlans, PgBoss } from 'pg-boss'
import { expect, test } from 'vitest'
import { testDatabase } from '#test/database'

const { ownerUrl, urls } = await testDatabase()
const TRANSACTION = /^\s*(BEGIN|COMMIT|SET LOCAL .*|SELECT pg_advisory_xact_lock.*);$/
const statements = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('--') && !TRANSACTION.test(line))

test('the migration is what pg-boss itself would install', () => {
  const file = path.resolve(import.meta.dirname, '../../migrations/0013-jobs-pgboss.sql')
  expect(statements(readFileSync(file, 'utf8'))).toEqual(statements(getConstructionPlans('pgboss')))
})

test('the migrated schema is the one that the installed pg-boss expects', async () => {
  const boss = new PgBoss({ connectionString: ownerUrl, migrate: false, supervise: false, schedule: false })
  await boss.start()
  const report = await boss.detectSchemaDrift()
  await boss.stop({ graceful: false })
  expect(report).toMatchObject({ ok: true, missing: [], extraIndexes: [] })
})

test('the worker runs it without owning anything of it', async () => {
  const boss = new PgBoss({ connectionString: urls.worker, migrate: false, reindex: false })
  await boss.start()
  await boss.createQueue('trial')
  await boss.send('trial', { id: 1 })
  await boss.supervise()
  expect(await boss.fetch('trial')).toHaveLength(1)
  await boss.stop({ graceful: false })
})
