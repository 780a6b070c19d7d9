import { sql } from 'kysely'
import { type CronJob, defineCron } from '#platform/jobs'
import { sweepFiles } from './sweep-files.ts'
import type { FileHouse } from './work.ts'

/** Takes away, every hour, what was uploaded and never sent in. */
export const fileJobs = (house: FileHouse): CronJob[] => [
  defineCron('files-sweep', '17 * * * *', () => sweepEverywhere(house)),
]

async function sweepEverywhere(house: FileHouse): Promise<void> {
  const { rows } = await sql<{ id: number }>`select id from district order by id`.execute(
    house.database.unscoped('worker'),
  )
  for (const { id } of rows) await sweepFiles(house, id)
}
