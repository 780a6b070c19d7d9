import { Alert, Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { asFailure, useWords } from '#kit'
import { frameWords } from '../app/words.ts'
import styles from './states.module.css'

/** A page that is being read: nothing at all for the first fifth of a second, then its outline. */
export function Waiting({ rows = 6 }: { rows?: number }) {
  const say = useWords(frameWords)
  return (
    <div className={styles.waiting} role="status" aria-label={say('loading')}>
      <Skeleton title={false} paragraph={{ rows }} />
    </div>
  )
}

/** What happened, what is safe, and what to do. */
export function Refused({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const say = useWords(frameWords)
  const failure = asFailure(error, say('broken'))
  // The frame asks to log in again above the page; the sentence would only stay behind.
  if (failure.id === 'not-logged-in') return null
  return (
    <Alert
      className={styles.refused}
      type="error"
      showIcon
      title={failure.message}
      {...(failure.unknownOutcome && { description: say('nothingLost') })}
      {...(onRetry && {
        action: (
          <Button size="small" onClick={onRetry}>
            {say('retry')}
          </Button>
        ),
      })}
    />
  )
}

/** A page with nothing on it says what to do first. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{title}</p>
      {children && <p>{children}</p>}
    </div>
  )
}
