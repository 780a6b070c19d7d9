import { existsSync } from 'node:fs'
import path from 'node:path'
import { restore } from '../src/platform/restore.ts'
import { StartError } from '../src/platform/start-error.ts'
import { openDatabase } from './open-database.ts'
import { fail, step } from './progress.ts'

await run().catch(fail)
process.exit(0)

/** `npm run restore -- FILE` into an empty database. */
async function run(): Promise<void> {
  const file = path.resolve(requireFile(process.argv[2]))
  const { config, stop } = await openDatabase(process.env)
  const into = { ownerUrl: config.databases.owner, filesDir: config.filesDir, backupKey: config.secrets.backupKey }
  const log = (line: string) => console.log(`  ${line}`)
  try {
    await step('restored', () => restore({ ...into, file, log }))
  } finally {
    await stop()
  }
}

function requireFile(given: string | undefined): string {
  if (!given) throw new StartError('Say which backup: npm run restore -- FILE.')
  if (!existsSync(given)) throw new StartError(`There is no file ${given}.`)
  return given
}
