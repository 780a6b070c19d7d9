import styles from './mark.module.css'

/** A short word in a frame: urgency, a flag, a state. */
export function Mark({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'accent' | 'warning' | 'danger'
  children: string
}) {
  return <span className={`${styles.mark} ${styles[tone]}`}>{children}</span>
}
