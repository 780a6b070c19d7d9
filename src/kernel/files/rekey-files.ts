import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { systemActor } from '#kernel/identity'
import { lockContent } from './upload-file.ts'
import { contentKey, type FileHouse } from './work.ts'

/** Seals the recordings of a district with today's key. It may be broken off and run again. @returns how many were sealed anew */
export async function rekeyFiles({ database, vault, store }: FileHouse, district: number): Promise<number> {
  const { rows } = await database.as('worker', { district }, (tx) =>
    sql<{
      sha256: string
    }>`select distinct sha256 from file where district_id = app_district() and sealed order by 1`.execute(tx),
  )
  let renewed = 0
  for (const { sha256 } of rows) {
    await database.as('worker', { district }, async (tx) => {
      await lockContent({ tx, actor: systemActor(district) }, sha256)
      const key = contentKey(district, sha256)
      const sealed = vault.rekey(await buffer(await store.get(key)))
      if (!sealed) return
      await store.put(key, sealed)
      renewed++
    })
  }
  return renewed
}
