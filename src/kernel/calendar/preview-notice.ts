import { ruleAt } from '#kernel/settings'
import { dateOf } from '#platform/clock'
import type { Tx } from '#platform/database'
import { type Notice, readNotice } from './notice.ts'
import { type ClockMove, noticeMoves } from './notice-moves.ts'
import type { Change } from './recount.ts'
import type { YearNotice } from './work-calendar.ts'

export interface NoticePreview {
  readonly year: number
  readonly restDays: number
  readonly makeUpDays: number
  /** How many running clocks move, keep an end that is later than counted, or become definite. */
  readonly counts: Readonly<Record<Change, number>>
  /** The first of those that move or are kept; a page of them, not all. */
  readonly moves: readonly ClockMove[]
}

const SHOWN = 500

/**
 * What loading a year's notice would do to the running clocks that the transaction sees; as the worker it sees those of
 * sealed cases too. Nothing is written.
 * @rule T7 @throws Refusal calendar.notice-* where the notice can't be taken
 */
export async function previewNotice(tx: Tx, notice: Notice, at: Date): Promise<NoticePreview> {
  const checked = await checkNotice(tx, notice, at)
  const counts = { later: 0, kept: 0, confirmed: 0 }
  const moves: ClockMove[] = []
  for await (const batch of noticeMoves(tx, checked)) {
    for (const move of batch) {
      counts[move.change]++
      if (move.change !== 'confirmed' && moves.length < SHOWN) moves.push(move)
    }
  }
  const kinds = [...checked.days.values()].map(({ kind }) => kind)
  const restDays = kinds.filter((kind) => kind === 'rest').length
  return { year: notice.year, restDays, makeUpDays: kinds.length - restDays, counts, moves }
}

/** The notice checked by the rule of the day. */
export async function checkNotice(tx: Tx, notice: Notice, at: Date): Promise<YearNotice> {
  const rule = await ruleAt<string[]>(tx, 'calendar.notice.mustRest', dateOf(at))
  return readNotice(notice, rule.value)
}
