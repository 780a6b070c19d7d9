import { type Config, loadConfig } from '../src/platform/config.ts'
import type { DatabasesConfig } from '../src/platform/config-databases.ts'
import type { Environment } from '../src/platform/config-settings.ts'
import { startPostgres } from '../src/platform/postgres-launcher.ts'

export type OpenedDatabase = { config: Config & { databases: DatabasesConfig }; stop(): Promise<void> }

/** The settings with a running database in them: the one that they name, else the embedded one, started or adopted. */
export async function openDatabase(env: Environment): Promise<OpenedDatabase> {
  const config = loadConfig(env)
  if (hasDatabases(config)) return { config, stop: async () => {} }
  const { ownerUrl, stop } = await startPostgres({ dataDir: config.dataDir, log: console.log })
  const settings = { LIANXIN_DEMO: String(config.demo), ...env, MIGRATION_DATABASE_URL: ownerUrl }
  return { config: loadConfig(settings) as OpenedDatabase['config'], stop }
}

function hasDatabases(config: Config): config is OpenedDatabase['config'] {
  return config.databases !== undefined
}
