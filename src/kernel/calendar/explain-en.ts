import type { DerivationStep, NamedDays } from './derivation.ts'
import type { Say } from './explain.ts'
import { dateWords, limitWords, rangeWords } from './words.ts'

/** The sentence of one step in English. */
export const explainEn: Say = (step, { when, stands, closing, inDays }) => {
  switch (step.step) {
    case 'start':
      return started(step, when)
    case 'given':
      return `The deadline was set by ${nameOf(step.by)} and is kept as given.`
    case 'counted':
      return counted(step)
    case 'rolled':
      return `The last day, ${dateWords(step.from, 'en')}, is ${step.over ? `in the ${nameOf(step.over)} holiday` : 'a day off'}, so it moves to ${dateWords(step.to, 'en')}.`
    case 'due':
      return `${stands ? 'Due' : 'It was then due'} ${when}${closing ? ' (close of business)' : ''}.`
    case 'pause':
      return `Paused on ${when}.`
    case 'resume':
      return `Resumed on ${when} with what was left at the pause${inDays ? '; that day is not counted' : ''}.`
    case 'extend':
      return `Extended by ${limitWords(step.amount, step.unit, 'en')}.`
    case 'recount':
      return `Counted again because of ${nameOf(step.because)}; it was due ${when} before.`
    case 'keep':
      return `Counted again because of ${nameOf(step.because)}: ${when} would be earlier. A promised deadline is not shortened, so it stays.`
    case 'provisional':
      return `The holidays of ${step.years.join(' and ')} have not been announced, so the deadline is provisional; it will be counted again, and you will be told of any change.`
  }
}

function started({ amount, unit, ruleId }: Extract<DerivationStep, { step: 'start' }>, when: string): string {
  const counting = unit === 'H' ? '' : unit === 'WH' ? '; only working hours count' : '; that day is not counted'
  return `${limitWords(amount, unit, 'en')} from ${when}${counting}${ruleId ? ` (rule ${ruleId})` : ''}.`
}

function counted({ rests, makeUps, weekendDays }: Extract<DerivationStep, { step: 'counted' }>): string {
  const be = ({ from, to }: NamedDays) => (from === to ? 'is' : 'are')
  const days = (run: NamedDays) => `${rangeWords(run.from, run.to, 'en')} ${be(run)}`
  const special = [...makeUps, ...rests].length > 0
  const parts = [
    ...makeUps.map((run) => `${days(run)} ${run.from === run.to ? 'a make-up working day' : 'make-up working days'}`),
    ...rests.map((run) => `${days(run)} ${nameOf(run.name)}`),
    ...(weekendDays > 0 ? [weekend(weekendDays, special)] : []),
  ]
  return `${parts.join(', ')}.`
}

const weekend = (days: number, special: boolean) =>
  `${days} ${special ? 'other ' : ''}weekend day${days === 1 ? ' does' : 's do'} not count`

const nameOf = (name: NamedDays['name']): string => name.en ?? name.zh
