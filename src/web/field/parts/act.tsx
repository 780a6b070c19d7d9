import { Button, type ButtonProps } from 'react-aria-components'
import styles from './act.module.css'

interface ActProps extends ButtonProps {
  /** main: what one came for; plain: also possible; quiet: a way back. */
  readonly tone?: 'main' | 'plain' | 'quiet' | undefined
}

/** A button for a thumb. */
export function Act({ tone = 'main', className: _, ...rest }: ActProps) {
  return <Button {...rest} className={`${styles.act} ${styles[tone]}`} />
}
