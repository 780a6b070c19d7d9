import type { ReactNode } from 'react'
import { asFailure, momentInWords, useWords } from '#kit'
import { frameWords } from '../app/words.ts'
import type { Known } from '../saved/known.ts'
import { Act } from './act.tsx'
import styles from './states.module.css'

/** A page that is being read: nothing for the first fifth of a second, then its outline. */
export function Waiting() {
  const say = useWords(frameWords)
  return (
    <div className={styles.waiting} role="status" aria-label={say('loading')}>
      <div />
      <div />
      <div />
    </div>
  )
}

/** What happened, and the way to try again. */
export function Refused({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const say = useWords(frameWords)
  return (
    <div className={styles.refused} role="alert">
      <p>{asFailure(error, say('brokenWhy')).message}</p>
      {onRetry && (
        <Act tone="plain" onPress={onRetry}>
          {say('retry')}
        </Act>
      )}
    </div>
  )
}

/** A page with nothing on it says what that means. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{title}</p>
      {children && <p>{children}</p>}
    </div>
  )
}

/** Says from when it is what the phone remembers. */
export function FromPhone({ known }: { known: Known<unknown> }) {
  const say = useWords(frameWords)
  if (!known.fromPhone) return null
  return (
    <p className={styles.fromPhone} role="status">
      {say('fromPhone', { when: momentInWords(new Date(known.at).toISOString()) })}
    </p>
  )
}
