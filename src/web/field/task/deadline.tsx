import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'
import type { CaseView } from '#kernel-contract/cases'
import { dueInWords, nameIn, useWords } from '#kit'
import styles from './task.module.css'
import { taskWords } from './words.ts'

/** What is owed until when, the earliest first in large, and why. */
export function Deadline({ view }: { view: CaseView }) {
  const say = useWords(taskWords)
  const running = view.clocks.filter(({ state }) => state === 'running').sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
  if (running.length === 0) return <p className="quiet">{say('owedNone')}</p>
  return (
    <div className={styles.deadline} data-overdue={running[0]!.overdue}>
      {running.map((clock, at) => (
        <p key={clock.id} className={at === 0 ? styles.first : styles.next}>
          {say('owed', { label: nameIn(clock.label) })}
          <strong>{dueInWords(clock.dueAt, clock.remaining)}</strong>
        </p>
      ))}
      <Disclosure>
        <Button slot="trigger" className={styles.why!}>
          {say('why')}
        </Button>
        <DisclosurePanel>
          {running.map(({ id, label, derivation }) => (
            <div key={id}>
              <strong>{nameIn(label)}</strong>
              <ul>
                {derivation.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </div>
          ))}
        </DisclosurePanel>
      </Disclosure>
    </div>
  )
}
