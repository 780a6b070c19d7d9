import type { CaseView } from '#kernel-contract/cases'
import { nameIn, useWords } from '#kit'
import { To, useAddress, useGo } from '../app/places.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { FromPhone, Refused, Waiting } from '../parts/states.tsx'
import styles from './task.module.css'
import { useCase } from './use-case.ts'
import { VerbForm } from './verb-form.tsx'
import { taskWords } from './words.ts'

/** One step of a case on a page of its own. */
export function VerbPage() {
  const { id, verb } = useAddress()
  const read = useCase(id)
  return (
    <>
      {read.isPending && <Waiting />}
      {read.error && <Refused error={read.error} onRetry={() => void read.refetch()} />}
      {read.data && <FromPhone known={read.data} />}
      {read.data && <Step view={read.data.value} name={verb} />}
    </>
  )
}

function Step({ view, name }: { view: CaseView; name: string }) {
  const say = useWords(taskWords)
  const go = useGo()
  const back = { to: '/cases/$id', params: { id: String(view.id) } } as const
  const verb = view.verbs.find((each) => each.verb === name)
  return (
    <>
      <To {...back} className={styles.back}>
        ‹ {view.title}
      </To>
      <PageTitle name={verb ? nameIn(verb.label) : view.title} />
      <h1 className="unseen">{verb ? nameIn(verb.label) : view.title}</h1>
      {verb ? (
        <VerbForm view={view} verb={verb} seen={view.version} onGiven={() => go(back)} />
      ) : (
        <p>{say('notNow')}</p>
      )}
    </>
  )
}
