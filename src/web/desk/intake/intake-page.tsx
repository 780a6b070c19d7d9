import { Link, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useWords } from '#kit'
import { useTitle } from '../parts/use-title.ts'
import { ContactPanel } from './contact-panel.tsx'
import { Filed } from './filed.tsx'
import styles from './intake.module.css'
import type { IntakeDraft } from './intake-draft.ts'
import { IntakeForm } from './intake-form.tsx'
import { Unfinished } from './unfinished.tsx'
import { useCaller } from './use-caller.ts'
import { useIntake } from './use-intake.ts'
import { intakeWords } from './words.ts'

/** Takes a request down: one box for the words, who is calling beside it, everything else guessed. */
export function IntakePage() {
  const say = useWords(intakeWords)
  const intake = useIntake()
  useTitle(say('title'))
  const caller = useCaller(intake)
  usePrefill(intake.draft.contact.phone, intake.meet)
  const last = intake.draft.filed.at(-1)
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <header className={styles.head}>
          <h1>{say('title')}</h1>
          <span className={styles.saved}>{say('saved')}</span>
        </header>
        <Unfinished intake={intake} />
        <SameContact draft={intake.draft} />
        {intake.draft.isFiled && last ? (
          <Filed filed={last} onAnother={intake.another} onDone={intake.startOver} />
        ) : (
          <IntakeForm intake={intake} peopleOnLine={caller.people.length} />
        )}
      </div>
      <ContactPanel intake={intake} caller={caller} />
    </div>
  )
}

/** What this contact has led to so far, while the next case is being taken down. */
function SameContact({ draft: { filed, isFiled } }: { draft: IntakeDraft }) {
  const say = useWords(intakeWords)
  if (isFiled || filed.length === 0) return null
  return (
    <p className={styles.saved}>
      {say('sameContact')}
      {filed.map(({ id, number }) => (
        <Link key={id} to="/cases/$id" params={{ id: String(id) }} target="_blank" className={styles.filedNumber}>
          {number}
        </Link>
      ))}
    </p>
  )
}

/** A call that arrives brings its number in the address. */
function usePrefill(phone: string, meet: (contact: { phone?: string; person?: number }) => void) {
  const search = useSearch({ from: '/frame/intake' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address fills an empty form, it never overwrites
  useEffect(() => {
    if (phone !== '') return
    if (search.phone) meet({ phone: search.phone })
    if (search.person) meet({ person: search.person })
  }, [search.phone, search.person])
}
