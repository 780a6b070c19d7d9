import { closersOnSignal } from '../bin/closers.ts'
import { startServer } from '../src/main.ts'
import { loadConfig } from '../src/platform/config.ts'

// What bin/start.ts does once database, demo and web are there.
const closers = closersOnSignal()
const config = loadConfig(process.env)
if (!config.databases) throw new Error('the test server needs MIGRATION_DATABASE_URL')
const server = await startServer({ ...config, databases: config.databases })
closers.add(() => server.stop())
