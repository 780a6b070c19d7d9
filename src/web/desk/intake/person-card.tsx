import type { ReactNode } from 'react'
import { aside, listed, useLanguage, useWords } from '#kit'
import { flagInWords } from '../parts/flag-words.ts'
import { Mark } from '../parts/mark.tsx'
import styles from './intake.module.css'
import type { Person } from './use-caller.ts'
import { intakeWords } from './words.ts'

/** What must be known of a person before one says "您好": how to address them, what they need, with whom they live. */
export function PersonCard({ person }: { person: Person }) {
  const say = useWords(intakeWords)
  return (
    <section className={styles.card} aria-label={person.name}>
      <p className={styles.personName}>
        {person.formOfAddress ?? person.name}
        {person.formOfAddress && <span className={styles.soft}> {person.name}</span>}
      </p>
      <Flags person={person} />
      <dl>
        {person.household?.address && <Fact name={say('address')} value={person.household.address} />}
        {person.household && <Fact name={say('household')} value={<Members person={person} />} />}
        {person.notes && <Fact name={say('notes')} value={person.notes} />}
      </dl>
    </section>
  )
}

function Flags({ person }: { person: Person }) {
  const say = useWords(intakeWords)
  useLanguage()
  const flags = [
    ...(person.deaf ? [say('deaf')] : []),
    ...(person.wheelchair ? [say('wheelchair')] : []),
    ...(person.dialect ? [say('dialect', { dialect: person.dialect })] : []),
    ...person.flags.map(flagInWords),
  ]
  if (flags.length === 0) return null
  return (
    <p className={styles.flags}>
      {flags.map((flag) => (
        <Mark key={flag} tone="warning">
          {flag}
        </Mark>
      ))}
    </p>
  )
}

function Members({ person }: { person: Person }) {
  const say = useWords(intakeWords)
  const others = (person.household?.members ?? []).filter(({ id }) => id !== person.id)
  return listed(others.map(({ name, relation }) => name + (relation ? aside(relation) : ''))) || say('livesAlone')
}

function Fact({ name, value }: { name: string; value: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
