import { sql } from 'kysely'
import { systemActor } from '#kernel/identity'
import { dateOf } from '#platform/clock'
import { fileLimits } from './file-limits.ts'
import { lockContent } from './upload-file.ts'
import { contentKey, type FileHouse, thumbnailKey } from './work.ts'

// One transaction each: a long one would hold up uploads of the same content.
const BATCH = 500

/**
 * Takes away uploads that no case has taken within the hours of the setting file.orphan, and contents that no file is left of.
 * @returns how many files are gone
 */
export async function sweepFiles(house: FileHouse, district: number): Promise<number> {
  const now = house.clock.now()
  const orphans = await house.database.as('worker', { district }, async (tx) => {
    const { orphanHours } = await fileLimits(tx, dateOf(now))
    const before = new Date(now.getTime() - orphanHours * 3_600_000)
    const { rows } = await sql<{ id: number; sha256: string }>`
      select id, sha256 from file where district_id = app_district() and case_id is null and at < ${before} order by at limit ${BATCH}`.execute(
      tx,
    )
    return rows
  })
  for (const orphan of orphans) await sweep(house, district, orphan)
  return orphans.length
}

async function sweep(
  { database, store }: FileHouse,
  district: number,
  { id, sha256 }: { id: number; sha256: string },
): Promise<void> {
  await database.as('worker', { district }, async (tx) => {
    await lockContent({ tx, actor: systemActor(district) }, sha256)
    // It may have found its case since it was listed.
    await sql`delete from file where district_id = app_district() and id = ${id} and case_id is null`.execute(tx)
    const left = await sql`select from file where district_id = app_district() and sha256 = ${sha256} limit 1`.execute(
      tx,
    )
    if (left.rows.length > 0) return
    await store.delete(contentKey(district, sha256))
    await store.delete(thumbnailKey(district, sha256))
  })
}
