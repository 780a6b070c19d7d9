import { ClockCircleOutlined, ExclamationCircleFilled } from '@ant-design/icons'
import { dueInWords, exactMoment, useLanguage } from '#kit'
import styles from './due.module.css'

interface DueProps {
  readonly at: string
  readonly remaining: string | null
  readonly overdue: boolean
}

/** A deadline in words. Overdue is told by words, sign and weight, not by colour alone. */
export function Due({ at, remaining, overdue }: DueProps) {
  const language = useLanguage()
  const Sign = overdue ? ExclamationCircleFilled : ClockCircleOutlined
  return (
    <span className={overdue ? styles.overdue : styles.due} title={exactMoment(at, language)}>
      <Sign aria-hidden="true" /> {dueInWords(at, remaining, language)}
    </span>
  )
}
