import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseView } from '#kernel-contract/cases'
import { createUnmasking } from '#kernel-contract/people'
import { call, useWords } from '#kit'
import { Act } from '../parts/act.tsx'
import { Refused } from '../parts/states.tsx'
import styles from './task.module.css'
import { useGive } from './use-give.ts'
import { taskWords } from './words.ts'

const ways = ['phone', 'visit', 'message'] as const
type Way = (typeof ways)[number]

interface ContactProps {
  readonly view: CaseView
  readonly seen: number
}

/** Calling the requester, and recording every attempt with one more tap. @rule H11 */
export function Contact({ view, seen }: ContactProps) {
  const [called, setCalled] = useState(false)
  return (
    <div className={styles.contact}>
      {view.requester && <CallButton view={view} person={view.requester} onCalled={() => setCalled(true)} />}
      <Attempt view={view} seen={seen} called={called} />
    </div>
  )
}

interface CallProps {
  readonly view: CaseView
  readonly person: NonNullable<CaseView['requester']>
  readonly onCalled: () => void
}

/** The full number is asked for at the moment of the call; that it was is recorded first. */
function CallButton({ view, person, onCalled }: CallProps) {
  const say = useWords(taskWords)
  const purpose = say('purpose', { number: view.number })
  const asking = useMutation({
    mutationFn: () => call(createUnmasking, { params: { id: person.id }, body: { field: 'phone', purpose } }),
    networkMode: 'always',
    onSuccess: ({ value }) => {
      onCalled()
      location.href = telephone(value)
    },
  })
  if (person.phone === null) return <p>{say('noPhone')}</p>
  const known = asking.data?.value
  return (
    <>
      {known ? (
        <a className={styles.again} href={telephone(known)}>
          {say('callAgain', { number: known })}
        </a>
      ) : (
        <Act tone="plain" busy={asking.isPending} onPress={() => asking.mutate()}>
          {say('call')} <span>{person.phone}</span>
        </Act>
      )}
      {asking.error && <Refused error={asking.error} />}
    </>
  )
}

const telephone = (number: string) => `tel:${number.replace(/[^\d+]/g, '')}`

interface AttemptProps extends ContactProps {
  readonly called: boolean
}

function Attempt({ view, seen, called }: AttemptProps) {
  const say = useWords(taskWords)
  const give = useGive()
  const [reached, setReached] = useState<boolean | null>(null)
  const verb = view.verbs.find((each) => each.verb === 'contact')
  const giving = useMutation({
    mutationFn: ({ reached, by }: { reached: boolean; by: Way }) =>
      give({ view: { ...view, version: seen }, verb: verb!, body: { reached, by } }),
    networkMode: 'always',
    onSuccess: () => setReached(null),
  })
  if (!verb) return null
  // Who has just called from here need not say how.
  const answer = (reached: boolean) => (called ? giving.mutate({ reached, by: 'phone' }) : setReached(reached))
  const refusal = giving.data?.is === 'held' ? giving.data.held.sentence : null
  return (
    <>
      <fieldset className={styles.pair}>
        <legend>{say('contactAsk')}</legend>
        <Act tone="plain" isDisabled={giving.isPending} onPress={() => answer(true)} aria-expanded={reached === true}>
          {say('reached')}
        </Act>
        <Act tone="plain" isDisabled={giving.isPending} onPress={() => answer(false)} aria-expanded={reached === false}>
          {say('notReached')}
        </Act>
      </fieldset>
      {reached !== null && (
        <fieldset className={styles.pair}>
          <legend>{`${say(reached ? 'reached' : 'notReached')}：${say('by')}`}</legend>
          {ways.map((by) => (
            <Act key={by} tone="plain" isDisabled={giving.isPending} onPress={() => giving.mutate({ reached, by })}>
              {say(by)}
            </Act>
          ))}
        </fieldset>
      )}
      {refusal && (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
    </>
  )
}
