import { connectOwner } from '../src/platform/migrate-connection.ts'

export const POOL_ROLES = {
  staff: 'app_staff',
  portal: 'app_portal',
  worker: 'app_worker',
  auth: 'app_auth',
  figures: 'figure_reader',
} as const

/** A login of its own for every pool, as a large site has it. @returns the password they share in tests */
export async function ensureLogins(adminUrl: string): Promise<string> {
  const admin = await connectOwner(adminUrl)
  const password = 'for-tests-only'
  try {
    await admin.query('select pg_advisory_lock($1)', [96770003])
    for (const role of Object.values(POOL_ROLES)) {
      const login = loginOf(role)
      const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [login])
      if (rowCount) continue
      await admin.query(`create role ${login} login password '${password}' in role ${role}`)
      // Membership lets the tests cut its connections.
      await admin.query(`grant ${login} to current_user`)
    }
    return password
  } finally {
    await admin.end()
  }
}

export function loginOf(role: string): string {
  return `login_${role}`
}
