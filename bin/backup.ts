import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { backup } from '../src/platform/backup.ts'
import { systemClock } from '../src/platform/clock.ts'
import { openDatabase } from './open-database.ts'
import { fail, step } from './progress.ts'

await run().catch(fail)
process.exit(0)

/** `npm run backup [-- FILE or DIRECTORY]`; without one into LIANXIN_DATA/backups, named by the time in UTC. */
async function run(): Promise<void> {
  const { config, stop } = await openDatabase(process.env)
  const file = chosenFile(process.argv[2], config.dataDir)
  const from = { ownerUrl: config.databases.owner, filesDir: config.filesDir, backupKey: config.secrets.backupKey }
  try {
    await step(`backup written to ${file}`, async (remark) => {
      await backup({ ...from, file, clock: systemClock })
      remark(`${(statSync(file).size / 1_000_000).toFixed(1)} MB`)
    })
    console.log(`  The keys are not in it: keep a copy of ${config.secretsDir} in another place.`)
  } finally {
    await stop()
  }
}

function chosenFile(given: string | undefined, dataDir: string): string {
  const name = `lianxin-${systemClock.now().toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.backup`
  const target = path.resolve(given ?? path.join(dataDir, 'backups'))
  const isFile = given !== undefined && !(existsSync(target) && statSync(target).isDirectory())
  mkdirSync(isFile ? path.dirname(target) : target, { recursive: true })
  return isFile ? target : path.join(target, name)
}
