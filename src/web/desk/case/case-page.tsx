import { useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { NoSuchPage } from '../app/broken.tsx'
import { Waiting } from '../parts/states.tsx'
import { useTitle } from '../parts/use-title.ts'
import styles from './case.module.css'
import { CaseView } from './case-view.tsx'
import { useCase } from './use-case.ts'

/** One case by itself: to send as a link, to read on a second monitor, to print. */
export function CasePage() {
  const id = Number(useParams({ from: '/frame/cases/$id' }).id)
  const { data } = useCase(id)
  useTitle(data && `${data.number} ${data.title}`)
  if (!Number.isSafeInteger(id) || id < 1) return <NoSuchPage />
  return (
    <div className={styles.alone}>
      <Suspense fallback={<Waiting />}>
        <CaseView key={id} id={id} />
      </Suspense>
    </div>
  )
}
