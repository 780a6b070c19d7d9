import { diskStore, rekeyFiles } from '#kernel/files'
import { rekeyNotifications } from '#kernel/notifications'
import { type RekeyMark, rekeyPeople } from '#kernel/people'
import { systemClock } from '../src/platform/clock.ts'
import { SealBroken, Vault } from '../src/platform/crypto.ts'
import { Database, type Tx } from '../src/platform/database.ts'
import { districtIds } from '../src/platform/districts.ts'
import { connectOwner, requireSchema } from '../src/platform/migrate-connection.ts'
import { StartError } from '../src/platform/start-error.ts'
import { openDatabase } from './open-database.ts'
import { fail, step } from './progress.ts'

await run().catch((error) => fail(error instanceof SealBroken ? new StartError(missing(error)) : error))
process.exit(0)

/**
 * `npm run rekey`: seals everything sealed with today's key, while the system works. Broken off, it is run again: what
 * is sealed with today's key already is passed over.
 */
async function run(): Promise<void> {
  const { config, stop } = await openDatabase(process.env)
  const database = new Database(config.databases.urls, 2)
  const vault = new Vault(config.secrets.vault)
  const house = { database, vault, clock: systemClock, store: diskStore(config.filesDir) }
  try {
    await requireToday(config.databases.owner)
    for (const district of await districtIds(database)) {
      await step(`district ${district}: people`, () =>
        walk<RekeyMark>(database, district, (tx, mark) => rekeyPeople(tx, vault, mark)),
      )
      await step(`district ${district}: messages`, () =>
        walk<RekeyMark>(database, district, (tx, mark) => rekeyNotifications(tx, vault, mark)),
      )
      await step(`district ${district}: recordings`, async (remark) =>
        remark(`${await rekeyFiles(house, district)} sealed anew`),
      )
    }
    const { currentKey } = config.secrets.vault
    console.log(
      `  Everything is sealed with key ${currentKey}. Older backups still need the older keys: keep them with those.`,
    )
  } finally {
    await database.close()
    await stop()
  }
}

async function requireToday(ownerUrl: string): Promise<void> {
  const owner = await connectOwner(ownerUrl)
  await requireSchema(owner).finally(() => owner.end())
}

/** One transaction per batch, so that nobody at work waits long for a row. */
async function walk<Mark>(
  database: Database,
  district: number,
  batch: (tx: Tx, after: Mark | null) => Promise<Mark | null>,
): Promise<void> {
  let mark: Mark | null = null
  do mark = await database.as('worker', { district }, (tx) => batch(tx, mark))
  while (mark !== null)
}

function missing({ message }: SealBroken): string {
  return `Something cannot be opened, ${message}: put the older keys back beside the new one, then run this again.`
}
