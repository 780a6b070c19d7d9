import type { CaseView } from '#kernel-contract/cases'
import { aside, labelled, nameIn, useWords } from '#kit'
import { Moment } from '../parts/moment.tsx'
import styles from './case.module.css'
import { Requester } from './requester.tsx'
import { Section } from './section.tsx'
import { caseWords } from './words.ts'

/** Who asks what, and where. */
export function Request({ view }: { view: CaseView }) {
  const say = useWords(caseWords)
  const received = { channel: nameIn(view.channelLabel), unit: nameIn(view.intake.name) }
  return (
    <Section title={say('who')}>
      <p className={`${styles.words} ${styles.body}`}>{view.text}</p>
      <Place view={view} />
      <Requester view={view} />
      <p className={styles.soft}>
        <Moment at={view.receivedAt} /> · {say('receivedBy', received)}
      </p>
    </Section>
  )
}

function Place({ view: { place, community } }: { view: CaseView }) {
  const say = useWords(caseWords)
  if (!place) return <p className={styles.soft}>{say('noPlace')}</p>
  return (
    <p>
      {labelled(say('place'), place.text)}
      {!place.checked && <span className={styles.soft}>{aside(say('unchecked'))}</span>}
      {community && <span className={styles.soft}> · {nameIn(community.name)}</span>}
    </p>
  )
}
