import type { CaseView } from '#kernel-contract/cases'
import { labelled, momentInWords, nameIn, useLanguage, useWords } from '#kit'
import styles from './case.module.css'
import { Section } from './section.tsx'
import { caseWords } from './words.ts'

/** The redacted words that the public reads, or will read after review. */
export function Publication({ publication }: { publication: CaseView['publication'] }) {
  const say = useWords(caseWords)
  const language = useLanguage()
  if (!publication) return null
  const { title, request, reply, proposedBy, releasedAt } = publication
  const standing = releasedAt ? say('released', { at: momentInWords(releasedAt, language) }) : say('notReleased')
  return (
    <Section title={say('publication')}>
      <p className={styles.soft}>
        {say('proposedBy', { who: nameIn(proposedBy) })} · {standing}
      </p>
      <p>{title}</p>
      <p className={styles.words}>{request}</p>
      <p className={styles.words}>{labelled(say('reply'), reply)}</p>
    </Section>
  )
}
