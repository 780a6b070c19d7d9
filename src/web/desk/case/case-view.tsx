import { useState } from 'react'
import type { CaseView as View } from '#kernel-contract/cases'
import { Failure } from '#kit'
import { Refused, Waiting } from '../parts/states.tsx'
import { Actions } from './actions.tsx'
import { Attachments } from './attachments.tsx'
import styles from './case.module.css'
import { CaseHead } from './case-head.tsx'
import { Clocks } from './clocks.tsx'
import { Looks } from './looks.tsx'
import { Outcome } from './outcome.tsx'
import { Parties } from './parties.tsx'
import { Publication } from './publication.tsx'
import { Request } from './request.tsx'
import { Sealed } from './sealed.tsx'
import { Timeline } from './timeline.tsx'
import { useCase } from './use-case.ts'
import { usePending } from './use-verb.ts'

interface CaseViewProps {
  readonly id: number
  readonly onClose?: () => void
}

/** A case, read as a letter: who asks what and where, what is owed until when, what happened, what you can do now. */
export function CaseView({ id, onClose }: CaseViewProps) {
  const [purpose, setPurpose] = useState<string>()
  const { data, error, refetch, isFetching } = useCase(id, purpose)
  if (data) return <Letter view={data} purpose={purpose} onClose={onClose} />
  if (error instanceof Failure && error.id === 'case.sealed') {
    return <Sealed refusal={purpose ? error : undefined} busy={isFetching} onPurpose={setPurpose} />
  }
  return error ? <Refused error={error} onRetry={refetch} /> : <Waiting />
}

interface LetterProps {
  readonly view: View
  readonly purpose: string | undefined
  readonly onClose: (() => void) | undefined
}

function Letter({ view, purpose, onClose }: LetterProps) {
  const pending = usePending(view.id)
  return (
    <article className={styles.letter} aria-labelledby={`case-${view.id}`}>
      <CaseHead view={view} onClose={onClose} />
      <Request view={view} />
      <Clocks clocks={view.clocks} />
      <Parties parties={view.parties} />
      <Attachments files={view.files} />
      <Timeline entries={view.timeline} files={view.files} pending={pending} />
      <Outcome view={view} />
      <Publication publication={view.publication} />
      <Looks looks={view.looks} />
      <Actions view={view} purpose={purpose} />
    </article>
  )
}
