import type { ReactNode } from 'react'
import styles from './choices.module.css'
import { Problem } from './labelled.tsx'

interface ChoicesProps<T> {
  readonly id: string
  readonly label: ReactNode
  readonly hint?: string | undefined
  readonly required?: boolean
  readonly options: readonly { readonly value: T; readonly label: string; readonly keys?: string }[]
  readonly value: T | undefined
  readonly problem?: string | undefined
  readonly onChange: (value: T) => void
}

/** A few named answers side by side: real radio buttons, so arrows walk them and screen readers count them. */
export function Choices<T extends string | number | boolean>(props: ChoicesProps<T>) {
  const { id, label, hint, required, options, value, problem, onChange } = props
  return (
    <fieldset className={styles.choices} aria-describedby={problem ? `${id}-problem` : undefined}>
      <legend className={styles.legend}>
        {label}
        {required && (
          <span className={styles.required} aria-hidden="true">
            *
          </span>
        )}
        {hint && <small className={styles.hint}>{hint}</small>}
      </legend>
      <div className={styles.options}>
        {options.map((option, index) => (
          <label key={String(option.value)} className={option.value === value ? styles.chosen : styles.option}>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={id}
              className={styles.radio}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              aria-keyshortcuts={option.keys}
            />
            {option.label}
          </label>
        ))}
      </div>
      <Problem id={id} problem={problem} />
    </fieldset>
  )
}
