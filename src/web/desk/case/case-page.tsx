import { useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useWords } from '#kit'
import { NoSuchPage } from '../app/broken.tsx'
import { Waiting } from '../parts/states.tsx'
import { useTitle } from '../parts/use-title.ts'
import styles from './case.module.css'
import { CaseView } from './case-view.tsx'
import { useCase } from './use-case.ts'
import { caseWords } from './words.ts'

/** One case by itself: to send as a link, to read on a second monitor, to print. */
export function CasePage() {
  const id = Number(useParams({ from: '/frame/cases/$id' }).id)
  const say = useWords(caseWords)
  const { data } = useCase(id)
  useTitle(data && `${data.number} ${data.title}`)
  if (!Number.isSafeInteger(id) || id < 1) return <NoSuchPage />
  return (
    <div className={styles.alone}>
      {!data && <h1 className="unseen">{say('case')}</h1>}
      <Suspense fallback={<Waiting />}>
        <CaseView key={id} id={id} />
      </Suspense>
    </div>
  )
}
