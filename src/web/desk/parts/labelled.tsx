import type { ReactNode } from 'react'
import styles from './labelled.module.css'

interface LabelledProps {
  /** The id of the control; its hint and its problem are told with it (see `describedBy`). */
  readonly id: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly problem?: string | undefined
  readonly required?: boolean
  readonly extra?: ReactNode
  readonly children: ReactNode
}

/** One question: its words above, the control, and below what is wrong with the answer. */
export function Labelled({ id, label, hint, problem, required, extra, children }: LabelledProps) {
  return (
    <div className={styles.question}>
      <div className={styles.head}>
        <label htmlFor={id} className={styles.label}>
          {label}
          {required && (
            <span className={styles.required} aria-hidden="true">
              *
            </span>
          )}
        </label>
        {extra}
      </div>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {children}
      <Problem id={id} problem={problem} />
    </div>
  )
}

/** What is wrong with an answer, said when it appears. */
export function Problem({ id, problem }: { id: string; problem: string | undefined }) {
  return (
    <p id={`${id}-problem`} className={styles.problem} role="alert">
      {problem}
    </p>
  )
}

interface Described {
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}

/** The attributes by which a control belongs to its hint and its problem. */
export function describedBy(id: string, { hint, problem }: { hint?: unknown; problem?: unknown }): Described {
  const ids = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return { ...(ids && { 'aria-describedby': ids }), ...(problem ? { 'aria-invalid': true as const } : {}) }
}
