import { useQuery } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { readRuleHistory } from '#kernel-contract/settings'
import { queryOf, useKeys, useWords } from '#kit'
import { holds, useMe } from '../../app/me.ts'
import styles from '../admin.module.css'
import { lawWords } from '../law-words.ts'
import { adminWords } from '../words.ts'
import { ChangeRule } from './change-rule.tsx'
import { type Rule, valueInWords, wayToChange } from './rule-value.ts'

interface RuleDrawerProps {
  readonly rule: Rule
  readonly title: string
  readonly onClose: () => void
}

/** One rule: its values in time, and the district's own value where the law leaves room for one. */
export function RuleDrawer({ rule, title, onClose }: RuleDrawerProps) {
  const say = useWords(lawWords)
  const admin = useWords(adminWords)
  const way = wayToChange(rule)
  const keeps = holds(useMe(), 'systemAdministrator')
  useKeys([], { only: true })
  return (
    <Drawer open title={title} onClose={onClose} size={480}>
      <p>{say(rule.mayChange)}</p>
      <History rule={rule} />
      {!keeps && <p className={styles.soft}>{admin('onlySystem')}</p>}
      {keeps && way === 'notHere' && <p className={styles.soft}>{say('notHere')}</p>}
      {keeps && (way === 'number' || way === 'choice') && <ChangeRule rule={rule} way={way} onDone={onClose} />}
    </Drawer>
  )
}

function History({ rule }: { rule: Rule }) {
  const say = useWords(lawWords)
  const { data } = useQuery(queryOf(readRuleHistory, { params: { key: rule.key } }))
  if (!data) return null
  return (
    <section aria-label={say('history')}>
      <h2>{say('history')}</h2>
      <ul>
        {data.values.map(({ id, value, unit, effective, source }) => (
          <li key={id}>
            {valueInWords(value, unit)}{' '}
            <span className={styles.soft}>
              {effective.from ? say('since', { from: effective.from }) : say('sinceEver')}{' '}
              {effective.until && say('until', { until: effective.until })} {source}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
