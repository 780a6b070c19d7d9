import path from 'node:path'
import { createBuilder, type Plugin } from 'vite'
import { StartError } from '../src/platform/start-error.ts'
import { fail, step } from './progress.ts'
import { configOf, removeStamp, staleApps, type WebApp, writeStamp } from './web-stamp.ts'

process.env.NODE_ENV = 'production'

const failed: WebApp[] = []
for (const app of staleApps()) {
  // Vite has said by then what is wrong.
  await step(`web: ${app} built`, () => build(app)).catch(() => failed.push(app))
}
if (failed.length > 0) fail(new StartError(`Not built: ${failed.join(', ')}.`))

/** As `vite build` does it, remembering which files outside the web folders took part: contracts, above all. */
async function build(app: WebApp): Promise<void> {
  const sources = new Set<string>()
  const configFile = configOf(app)
  removeStamp(app)
  const plugins = [rememberSources(sources)]
  const builder = await createBuilder({ configFile, root: path.dirname(configFile), logLevel: 'warn', plugins }, null)
  await builder.buildApp()
  writeStamp(app, sources)
}

function rememberSources(sources: Set<string>): Plugin {
  return {
    name: 'remember-sources',
    generateBundle() {
      for (const id of this.getModuleIds()) sources.add(id)
    },
  }
}
