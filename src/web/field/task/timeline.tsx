import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'
import type { CaseView } from '#kernel-contract/cases'
import { momentInWords, nameIn, useWords } from '#kit'
import styles from './task.module.css'
import { taskWords } from './words.ts'

/** What happened, newest last. */
export function Timeline({ view }: { view: CaseView }) {
  const say = useWords(taskWords)
  return (
    <Disclosure>
      <Button slot="trigger" className={styles.why!}>
        {say('happened', { count: view.timeline.length })}
      </Button>
      <DisclosurePanel>
        <ol className={styles.timeline}>
          {view.timeline.map((entry) => (
            <li key={entry.seq}>
              <strong>{nameIn(entry.label)}</strong>
              <p className="quiet">
                {[momentInWords(entry.at), nameIn(entry.actor), entry.unit && nameIn(entry.unit.name)]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {entry.details.map(({ label, value }) => (
                <p key={label.zh}>
                  {nameIn(label)}：{nameIn(value)}
                </p>
              ))}
              {entry.texts.map(({ kind, body }) => (
                <p key={kind} className="letter">
                  {body}
                </p>
              ))}
            </li>
          ))}
        </ol>
      </DisclosurePanel>
    </Disclosure>
  )
}
