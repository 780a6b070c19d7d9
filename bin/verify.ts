import { type Verdict, verifySeals } from '#kernel/events'
import { connectOwner, requireSchema } from '../src/platform/migrate-connection.ts'
import { StartError } from '../src/platform/start-error.ts'
import { openDatabase } from './open-database.ts'
import { fail } from './progress.ts'

process.exit(await run().catch(fail))

/** `npm run verify [-- DISTRICT:HEAD …]`, the heads as an earlier run printed them. Exit code 1 where a chain is broken. */
async function run(): Promise<number> {
  const kept = keptHeads(process.argv.slice(2))
  const { config, stop } = await openDatabase(process.env)
  const verdicts = await walk(config.databases.owner, kept).finally(stop)
  for (const { district, seals, events, head, broken } of verdicts) {
    console.log(broken ?? `District ${district}: ${seals} seals over ${events} events hold. Head ${district}:${head}`)
  }
  return verdicts.some(({ broken }) => broken) ? 1 : 0
}

async function walk(ownerUrl: string, kept: Map<number, string>): Promise<Verdict[]> {
  const owner = await connectOwner(ownerUrl)
  try {
    await requireSchema(owner)
    return await verifySeals(owner, kept)
  } finally {
    await owner.end()
  }
}

function keptHeads(given: string[]): Map<number, string> {
  return new Map(
    given.map((text) => {
      const [, district, head] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? []
      if (!district || !head) throw new StartError(`${text} is no head: write it as verify printed it, DISTRICT:HASH.`)
      return [Number(district), head]
    }),
  )
}
