import type { CaseView, RequesterView } from '#kernel-contract/cases'
import { aside, labelled, useWords } from '#kit'
import { flagInWords } from '../parts/flag-words.ts'
import { Mark } from '../parts/mark.tsx'
import styles from './case.module.css'
import { Unmask } from './unmask.tsx'
import { caseWords } from './words.ts'

/** The person who asks, masked; the full number only for a purpose that is recorded. */
export function Requester({ view }: { view: CaseView }) {
  const say = useWords(caseWords)
  const { requester, onBehalfOf } = view
  return (
    <p>
      {labelled(say('requester'))}
      {requester ? <Known requester={requester} number={view.number} /> : say('anonymous')}
      {onBehalfOf && <span className={styles.soft}> · {say('behalf', { name: onBehalfOf })}</span>}
    </p>
  )
}

function Known({ requester, number }: { requester: RequesterView; number: string }) {
  const say = useWords(caseWords)
  const needs = [
    requester.deaf && say('deaf'),
    requester.wheelchair && say('wheelchair'),
    requester.dialect && say('dialect', { dialect: requester.dialect }),
  ].filter((need): need is string => typeof need === 'string')
  return (
    <>
      {requester.name}
      {requester.formOfAddress && aside(requester.formOfAddress)}{' '}
      {requester.phone && <Unmask person={requester.id} masked={requester.phone} number={number} />}{' '}
      {[...requester.flags.map(flagInWords), ...needs].map((flag) => (
        <span key={flag}>
          <Mark tone="warning">{flag}</Mark>{' '}
        </span>
      ))}
    </>
  )
}
