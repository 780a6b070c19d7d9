import { Button } from 'antd'
import { type FormEvent, type ReactNode, useId } from 'react'
import { Refused } from '../parts/states.tsx'
import styles from './admin.module.css'

interface ActFormProps {
  readonly title: string
  readonly why?: string
  /** The act and its object, on the button. */
  readonly act: string
  readonly ready: boolean
  readonly pending: boolean
  readonly error: unknown
  readonly danger?: boolean
  readonly onAct: () => void
  readonly children: ReactNode
}

/** One administrative act: what it does, what it needs, and the button that says so. */
export function ActForm({ title, why, act, ready, pending, error, danger = false, onAct, children }: ActFormProps) {
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready && !pending) onAct()
  }
  return (
    <form className={styles.drawerForm} aria-labelledby={id} onSubmit={submit} noValidate>
      <h2 id={id}>{title}</h2>
      {why && <p className={styles.soft}>{why}</p>}
      {children}
      {Boolean(error) && <Refused error={error} />}
      <Button htmlType="submit" danger={danger} loading={pending} disabled={!ready}>
        {act}
      </Button>
    </form>
  )
}
