import type { CaseView } from '#kernel-contract/cases'
import { nameIn, useWords } from '#kit'
import { Pictures } from './pictures.tsx'
import styles from './task.module.css'
import { taskWords } from './words.ts'

/** Where it is. */
export function Where({ view }: { view: CaseView }) {
  const say = useWords(taskWords)
  const { place, community } = view
  return (
    <section aria-labelledby="where">
      <h2 id="where">{say('where')}</h2>
      <p className={styles.large}>
        {place?.text ?? say('whereNone')}
        {place && !place.checked && <span className={styles.mark}>{say('unchecked')}</span>}
      </p>
      {community && <p className="quiet">{nameIn(community.name)}</p>}
    </section>
  )
}

/** Who asks, and what to mind when meeting them. */
export function Who({ view }: { view: CaseView }) {
  const say = useWords(taskWords)
  const { requester, onBehalfOf } = view
  if (!requester) return <p>{say('whoNone')}</p>
  const minds = [
    requester.deaf && say('deaf'),
    requester.wheelchair && say('wheelchair'),
    requester.dialect && say('dialect', { dialect: requester.dialect }),
    ...requester.flags,
  ].filter((mind): mind is string => typeof mind === 'string')
  return (
    <>
      <p className={styles.large}>
        {requester.name}
        {requester.formOfAddress && `（${requester.formOfAddress}）`}
        {minds.map((mind) => (
          <span key={mind} className={styles.mark}>
            {mind}
          </span>
        ))}
      </p>
      {onBehalfOf && <p>{say('onBehalfOf', { who: onBehalfOf })}</p>}
    </>
  )
}

/** What it is about, in the requester's words and pictures. */
export function What({ view }: { view: CaseView }) {
  const say = useWords(taskWords)
  return (
    <section aria-labelledby="what">
      <h2 id="what">{say('what')}</h2>
      <p className="letter">{view.text}</p>
      <Pictures view={view} entry={view.timeline[0]} />
    </section>
  )
}
