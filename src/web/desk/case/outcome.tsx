import type { CaseView } from '#kernel-contract/cases'
import { useWords } from '#kit'
import { Section } from './section.tsx'
import { caseWords } from './words.ts'

/** What the requester said of the result, once they have said it. */
export function Outcome({ view: { solved, satisfaction } }: { view: CaseView }) {
  const say = useWords(caseWords)
  if (solved === null && satisfaction === null) return null
  return (
    <Section title={say('outcome')}>
      {solved !== null && <p>{say(solved ? 'solved' : 'notSolved')}</p>}
      {satisfaction !== null && <p>{say('satisfaction', { score: satisfaction })}</p>}
    </Section>
  )
}
