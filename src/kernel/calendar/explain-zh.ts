import type { DerivationStep, NamedDays } from './derivation.ts'
import type { Say } from './explain.ts'
import { dateWords, limitWords, rangeWords } from './words.ts'

/** The sentence of one step in Chinese. */
export const explainZh: Say = (step, { when, stands, closing, inDays }) => {
  switch (step.step) {
    case 'start':
      return started(step, when)
    case 'given':
      return `期限由${step.by.zh}确定，按其要求办理。`
    case 'counted':
      return counted(step)
    case 'rolled':
      return `最后一天${dateWords(step.from, 'zh')}${step.over ? `在${step.over.zh}假期内` : '是休息日'}，顺延到${dateWords(step.to, 'zh')}。`
    case 'due':
      return `${stands ? '截止时间' : '当时的截止时间'}：${when}${closing ? '（下班时间）' : ''}。`
    case 'pause':
      return `${when}起暂停计时。`
    case 'resume':
      return `${when}恢复计时，接着计算暂停时剩余的时间${inDays ? '，当日不计入' : ''}。`
    case 'extend':
      return `延期${limitWords(step.amount, step.unit, 'zh')}。`
    case 'recount':
      return `因${step.because.zh}重新计算；原截止时间为${when}。`
    case 'keep':
      return `因${step.because.zh}重新计算，结果为${when}，比原截止时间早；已承诺的时间不提前，仍按原时间。`
    case 'provisional':
      return `${step.years.join('年、')}年放假安排尚未公布，截止时间为暂定；公布后重新计算，如有变动会告知。`
  }
}

function started({ amount, unit, ruleId, source }: Extract<DerivationStep, { step: 'start' }>, when: string): string {
  const rule = [ruleId, source].filter(Boolean).join('，')
  const counting = unit === 'H' ? '' : unit === 'WH' ? '，只计上班时间' : '，当日不计入'
  return `自${when}起${limitWords(amount, unit, 'zh')}${counting}${rule ? `（依据：${rule}）` : ''}。`
}

function counted({ rests, makeUps, weekendDays }: Extract<DerivationStep, { step: 'counted' }>): string {
  const days = ({ from, to }: NamedDays) => rangeWords(from, to, 'zh')
  const special = [...makeUps, ...rests].length > 0
  const parts = [
    ...makeUps.map((run) => `${days(run)}为${run.name.zh}调休上班，计入`),
    ...rests.map((run) => `${days(run)}${run.name.zh}放假，不计入`),
    ...(weekendDays > 0 ? [`${special ? '其他' : ''}周末${weekendDays}天不计入`] : []),
  ]
  return `${parts.join('；')}。`
}
