import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'
import type { CaseView, TimelineEntry } from '#kernel-contract/cases'
import { momentInWords, nameIn, useWords } from '#kit'
import { Pictures } from './pictures.tsx'
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
        <Entries view={view} entries={view.timeline} />
      </DisclosurePanel>
    </Disclosure>
  )
}

/** Some of what happened to a case, with words and pictures. */
export function Entries({ view, entries }: { view: CaseView; entries: readonly TimelineEntry[] }) {
  return (
    <ol className={styles.timeline}>
      {entries.map((entry) => (
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
          <Pictures view={view} entry={entry} />
        </li>
      ))}
    </ol>
  )
}
