import { amountAt, ruleAt } from '#kernel/settings'
import type { Tx } from '#platform/database'
import type { PictureLimits } from './clean-picture.ts'

/** What the settings of the day allow. */
export interface FileLimits {
  readonly kinds: readonly string[]
  /** In bytes. */
  readonly size: number
  /** Of sound and film, in bytes. */
  readonly recordingSize: number
  readonly picture: PictureLimits
  /** Uploads of one visitor without log-in, per hour. */
  readonly perHour: number
  /** Hours that an upload is kept without a case. */
  readonly orphanHours: number
}

export async function fileLimits(tx: Tx, date: string): Promise<FileLimits> {
  const { value: kinds } = await ruleAt<string[]>(tx, 'file.kinds', date)
  return {
    kinds,
    size: await amountAt(tx, 'file.size', date),
    recordingSize: await amountAt(tx, 'file.size.recording', date),
    picture: {
      side: await amountAt(tx, 'file.picture.side', date),
      pixels: await amountAt(tx, 'file.picture.pixels', date),
    },
    perHour: await amountAt(tx, 'file.public.perHour', date),
    orphanHours: await amountAt(tx, 'file.orphan', date),
  }
}
