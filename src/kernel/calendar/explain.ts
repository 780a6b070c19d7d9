import type { Language } from '#platform/http'
import { dateText, dayOf, yearOf } from './days.ts'
import { type Derivation, type DerivationStep, givenSteps, startOf } from './derivation.ts'
import { explainEn } from './explain-en.ts'
import { explainZh } from './explain-zh.ts'
import { dateWords } from './words.ts'
import { localTime } from './zone.ts'

/** What a sentence may need beside its step. */
export interface Setting {
  /** The step's moment in words, with the year where it is a new one; '' where the step has none. */
  readonly when: string
  /** Whether a due step is the deadline that stands, not one that was moved since or is paused. */
  readonly stands: boolean
  /** Whether the deadline is the close of business. */
  readonly closing: boolean
  /** Whether the limit counts days, not hours. */
  readonly inDays: boolean
}

export type Say = (step: DerivationStep, setting: Setting) => string

/** Why a deadline is what it is: one sentence for each step, in the order in which they happened; in the limit's time zone. */
export function explain(derivation: Derivation, language: Language): string[] {
  const start = startOf(derivation)
  const unit = start.step === 'start' ? start.unit : 'H'
  const inDays = unit !== 'H' && unit !== 'WH'
  const toBusiness = inDays && start.step === 'start' && start.endsAt === 'closeOfBusiness'
  const standing = isPaused(derivation) ? undefined : derivation.findLast((step) => step.step === 'due')
  const say = language === 'zh' ? explainZh : explainEn
  let year = 0
  return derivation.map((step) => {
    const moment = momentOf(step, start.timeZone)
    const words = moment ? momentWords(moment, language, yearOf(dayOf(moment.date)) !== year) : ''
    if (moment) year = yearOf(dayOf(moment.date))
    return say(step, {
      when: words,
      stands: step === standing,
      closing: toBusiness && moment?.time !== '24:00',
      inDays,
    })
  })
}

const isPaused = (derivation: Derivation) =>
  givenSteps(derivation).findLast(({ step }) => step === 'pause' || step === 'resume')?.step === 'pause'

interface Moment {
  readonly date: string
  readonly time: string
}

function momentWords({ date, time }: Moment, language: Language, withYear: boolean): string {
  const words = dateWords(date, language, withYear)
  return language === 'zh' ? `${words}${time}` : `${words}, ${time}`
}

function momentOf(step: DerivationStep, timeZone: string): Moment | null {
  if (step.step === 'due') return step
  if (step.step === 'given') return null
  const instant =
    'at' in step ? step.at : step.step === 'recount' ? step.was : step.step === 'keep' ? step.earlier : null
  if (instant === null) return null
  const { day, millisecond } = localTime(Date.parse(instant), timeZone)
  const minutes = Math.floor(millisecond / 60_000)
  const time = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
  return { date: dateText(day), time }
}
