import { type ReactNode, useId } from 'react'
import styles from './case.module.css'

/** One paragraph of the letter, under its own words. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      {children}
    </section>
  )
}
