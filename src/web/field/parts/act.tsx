import { Button, type ButtonProps } from 'react-aria-components'
import styles from './act.module.css'

interface ActProps extends Omit<ButtonProps, 'isPending' | 'className'> {
  /** main: what one came for; plain: also possible; quiet: a way back. */
  readonly tone?: 'main' | 'plain' | 'quiet'
  /** On its way: it stays where the finger is, and a second press does nothing. */
  readonly busy?: boolean
}

/** A button for a thumb. */
export function Act({ tone = 'main', busy = false, onPress, ...rest }: ActProps) {
  return (
    <Button
      {...rest}
      {...(onPress && !busy && { onPress })}
      aria-disabled={busy || undefined}
      className={`${styles.act} ${styles[tone]}`}
    />
  )
}
