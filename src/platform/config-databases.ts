import type { settingsReader } from './config-read.ts'
import type { DatabaseUrls } from './database.ts'

/** Where the databases are. `owner` owns the schema, `direct` bypasses a pooler, `urls` has one login or role per pool. */
export type DatabasesConfig = { owner: string; direct: string; urls: DatabaseUrls }

/** @returns undefined where no database is given: the embedded one is to be used */
export function readDatabases(read: ReturnType<typeof settingsReader>): DatabasesConfig | undefined {
  const address = (name: Parameters<typeof read.url>[0]) => read.url(name, 'postgres', 'postgresql')
  const owner = address('MIGRATION_DATABASE_URL') ?? address('DATABASE_URL')
  const shared = address('DATABASE_URL') ?? owner
  if (!owner || !shared) return undefined
  const direct = address('DATABASE_DIRECT_URL')
  const urls = {
    staff: address('STAFF_DATABASE_URL') ?? asRole(shared, 'app_staff'),
    portal: address('PORTAL_DATABASE_URL') ?? asRole(shared, 'app_portal'),
    worker: address('WORKER_DATABASE_URL') ?? asRole(shared, 'app_worker'),
    auth: address('AUTH_DATABASE_URL') ?? asRole(shared, 'app_auth'),
    figures: address('FIGURE_DATABASE_URL') ?? asRole(shared, 'figure_reader'),
  }
  return { owner, direct: direct ? asRole(direct, 'app_worker') : urls.worker, urls }
}

/** The same login, which from its first statement on has the role's rights only. */
export function asRole(address: string, role: string): string {
  const url = new URL(address)
  url.searchParams.set('options', `-c role=${role}`)
  return url.href
}
