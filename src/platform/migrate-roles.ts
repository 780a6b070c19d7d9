import type pg from 'pg'

const ROLES = ['app_staff', 'app_portal', 'app_worker', 'app_auth', 'figure_reader']
const FORBIDDEN = '42501'

/**
 * Lets the owner's login take on the application's roles, so that a small site needs one login only. Where an
 * administrator made the roles and keeps them, the site uses a login per role instead.
 */
export async function takeRoles(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select rolname as name from pg_roles where rolname = any($1) and not pg_has_role(current_user, oid,
       case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end)`,
    [ROLES],
  )
  for (const { name } of rows) {
    await client.query(`grant ${name} to current_user`).catch((error: pg.DatabaseError) => {
      if (error.code !== FORBIDDEN) throw error
    })
  }
}
