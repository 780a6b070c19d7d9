import type { CaseView } from '#kernel-contract/cases'
import { labelled, nameIn, useWords } from '#kit'
import { Moment } from '../parts/moment.tsx'
import styles from './case.module.css'
import { Section } from './section.tsx'
import { caseWords } from './words.ts'

/** The units with a part in the case; those whose part has ended come last and say so. */
export function Parties({ parties }: { parties: CaseView['parties'] }) {
  const say = useWords(caseWords)
  const shown = [...parties].sort((a, b) => Number(a.until !== null) - Number(b.until !== null))
  if (shown.length === 0) return null
  return (
    <Section title={say('parties')}>
      <ul>
        {shown.map((party) => (
          <Party key={`${party.unit.id} ${party.role} ${party.since}`} party={party} />
        ))}
      </ul>
    </Section>
  )
}

function Party({ party: { unit, label, since, until } }: { party: CaseView['parties'][number] }) {
  const say = useWords(caseWords)
  return (
    <li>
      {labelled(nameIn(label), nameIn(unit.name))}{' '}
      <span className={styles.soft}>
        {say('since')} <Moment at={since} />
        {until && (
          <>
            {' '}
            {say('until')} <Moment at={until} />
          </>
        )}
      </span>
    </li>
  )
}
