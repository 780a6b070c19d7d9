import pg from 'pg'
import { expect, test } from 'vitest'
import { testDatabase } from './database.ts'

const { ownerUrl, urls } = await testDatabase()
const other = await testDatabase()

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return (await client.query(statement).finally(() => client.end())).rows
}

test('every pool works with the rights of its role and no others', async () => {
  for (const [pool, role] of Object.entries({ staff: 'app_staff', portal: 'app_portal', figures: 'figure_reader' })) {
    const [row] = await ask(
      urls[pool as keyof typeof urls],
      `select pg_has_role(current_user, '${role}', 'usage') as mine, pg_has_role(current_user, 'app_auth', 'usage') as auth,
        (select rolbypassrls or rolsuper from pg_roles where rolname = current_user) as above`,
    )
    expect(row).toEqual({ mine: true, auth: false, above: false })
  }
})

test('the database is migrated, and what is written in one is not seen in another', async () => {
  expect(await ask(ownerUrl, 'select from schema_migration')).not.toEqual([])
  await ask(ownerUrl, 'create table mark ()')
  expect(await ask(other.ownerUrl, "select to_regclass('mark') as mark")).toEqual([{ mark: null }])
})
