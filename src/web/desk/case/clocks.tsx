import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleFilled,
  PauseCircleOutlined,
} from '@ant-design/icons'
import type { ClockView } from '#kernel-contract/cases'
import { dueInWords, exactMoment, momentInWords, nameIn, useLanguage, useWords } from '#kit'
import styles from './clocks.module.css'
import { Section } from './section.tsx'
import { caseWords } from './words.ts'

const order: Readonly<Record<ClockView['state'], number>> = { running: 0, paused: 1, missed: 2, met: 3, cancelled: 4 }

/** What is owed until when, the running clocks first; each says why its deadline is what it is. */
export function Clocks({ clocks }: { clocks: readonly ClockView[] }) {
  const say = useWords(caseWords)
  const shown = clocks
    .filter(({ state }) => state !== 'cancelled')
    .sort((a, b) => order[a.state] - order[b.state] || a.dueAt.localeCompare(b.dueAt))
  return (
    <Section title={say('owed')}>
      {shown.length === 0 && <p>{say('noClock')}</p>}
      <ul className={styles.clocks}>
        {shown.map((clock) => (
          <Clock key={clock.id} clock={clock} />
        ))}
      </ul>
    </Section>
  )
}

const signs = {
  running: ClockCircleOutlined,
  paused: PauseCircleOutlined,
  met: CheckCircleOutlined,
  missed: ExclamationCircleFilled,
}

function Clock({ clock }: { clock: ClockView }) {
  const say = useWords(caseWords)
  const late = clock.state === 'missed' || (clock.state === 'running' && clock.overdue)
  const Sign = late ? ExclamationCircleFilled : signs[clock.state as keyof typeof signs]
  return (
    <li className={styles.clock}>
      <span className={styles.name}>{nameIn(clock.label)}</span>
      <span className={late ? styles.late : clock.state === 'running' ? styles.running : styles.past}>
        <Sign aria-hidden="true" /> <Standing clock={clock} />
      </span>
      <div className={styles.more}>
        <span>{say('owes', { unit: nameIn(clock.unit.name) })}</span>
        <Why clock={clock} />
      </div>
    </li>
  )
}

function Standing({ clock }: { clock: ClockView }) {
  const say = useWords(caseWords)
  const language = useLanguage()
  const { state, stoppedAt, dueAt, remaining } = clock
  if (state === 'met' && stoppedAt) return say('met', { at: momentInWords(stoppedAt, language) })
  if (state === 'missed')
    return stoppedAt ? say('missed', { at: momentInWords(stoppedAt, language) }) : say('missedOpen')
  if (state === 'paused') return remaining || say('paused')
  return (
    <>
      <span className="onScreen">{dueInWords(dueAt, remaining, language)}</span>
      <span className="onPaper">{exactMoment(dueAt, language)}</span>
    </>
  )
}

function Why({ clock }: { clock: ClockView }) {
  const say = useWords(caseWords)
  const language = useLanguage()
  return (
    <details className="noPrint">
      <summary>
        {say('why')}
        <span className="unseen"> {nameIn(clock.label)}</span>
      </summary>
      <p>
        {clock.limit} · {say('rule', { rule: clock.ruleId })} · {exactMoment(clock.dueAt, language)}
      </p>
      {clock.provisional && <p className={styles.provisional}>{say('provisional')}</p>}
      <ol className={styles.derivation}>
        {clock.derivation.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </details>
  )
}
