import { loadConfig } from '../src/platform/config.ts'
import { migrate } from '../src/platform/migrate.ts'
import { StartError } from '../src/platform/start-error.ts'
import { type Closers, closersOnSignal } from './closers.ts'
import { makeDemoOnce } from './demo-once.ts'
import { requireFreePort } from './free-port.ts'
import { openDatabase } from './open-database.ts'
import { fail, step } from './progress.ts'
import { runScript } from './run-script.ts'
import { staleApps } from './web-stamp.ts'
import { welcome } from './welcome.ts'

const closers = closersOnSignal()
await start(closers).catch(async (error) => {
  await closers.closeAll()
  fail(error)
})

async function start(closers: Closers): Promise<void> {
  const settings = loadConfig(process.env)
  if (settings.process !== 'worker') await requireFreePort(settings)
  const web = buildStaleWeb(closers)
  const { config, stop } = await step('database', () => openDatabase(process.env))
  closers.add(stop)
  const { owner } = config.databases
  await step('schema', async (remark) => remark(counted(await migrate({ ownerUrl: owner, log: () => {} }))))
  const logins = config.demo ? await step('demo district', () => makeDemoOnce(config)) : []
  await web
  const { startServer } = await import('../src/main.ts')
  const server = await step('server', () => startServer(config))
  closers.add(() => server.stop())
  console.log(welcome(config.publicUrl, logins))
}

/** Begun first and awaited last: the database needs little of the machine meanwhile. */
function buildStaleWeb(closers: Closers): Promise<void> {
  if (staleApps().length === 0) return Promise.resolve()
  const abort = new AbortController()
  closers.add(() => abort.abort())
  const built = runScript('build-web.ts', { signal: abort.signal }).then((code) => {
    if (code !== 0) throw new StartError('The web could not be built: the lines above say why.')
  })
  built.catch(() => {}) // met where it is awaited
  return built
}

function counted(applied: string[]): string {
  return applied.length === 0 ? 'up to date' : `${applied.length} migrations applied`
}
