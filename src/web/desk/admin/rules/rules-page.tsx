import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { listRules } from '#kernel-contract/settings'
import { nameIn, queryOf, useWords } from '#kit'
import { Mark } from '../../parts/mark.tsx'
import { Empty, Refused, Waiting } from '../../parts/states.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import styles from '../admin.module.css'
import { lawWords } from '../law-words.ts'
import { adminWords } from '../words.ts'
import { RuleDrawer } from './rule-drawer.tsx'
import { type Rule, valueInWords } from './rule-value.ts'

const titleOf = (rule: Rule) => (rule.title ? nameIn(rule.title) : rule.key)

/** The rules and limits in force today, each with the law behind it. */
export function RulesPage() {
  const say = useWords(lawWords)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<Rule | null>(null)
  const { data, error, refetch } = useQuery(queryOf(listRules, {}))
  const found = (data?.rules ?? []).filter((rule) =>
    `${titleOf(rule)} ${rule.key} ${rule.ruleId}`.includes(typed.trim()),
  )
  return (
    <>
      <h1>{say('rules')}</h1>
      <p className={styles.soft}>{say('rulesWhy')}</p>
      <search className={styles.tools}>
        <Input
          allowClear
          aria-label={say('find')}
          placeholder={say('find')}
          style={{ width: 240 }}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </search>
      {error && <Refused error={error} onRetry={refetch} />}
      {!data && !error && <Waiting />}
      {data && found.length > 0 && <RuleTable rules={found} onOpen={setOpen} />}
      {data && found.length === 0 && <NoRule />}
      {open && <RuleDrawer rule={open} title={titleOf(open)} onClose={() => setOpen(null)} />}
    </>
  )
}

function NoRule() {
  return <Empty title={useWords(adminWords)('nobody')} />
}

function RuleTable({ rules, onOpen }: { rules: readonly Rule[]; onOpen: (rule: Rule) => void }) {
  const say = useWords(lawWords)
  const columns: Column<Rule>[] = [
    { head: say('rule'), names: true, cell: titleOf },
    {
      head: say('value'),
      cell: ({ value, unit }) => <span className={styles.value}>{valueInWords(value, unit)}</span>,
    },
    { head: say('basis'), cell: (rule) => <Basis rule={rule} /> },
    { head: say('standing'), cell: ({ level, own }) => say(own ? 'own' : level) },
    {
      head: say('change'),
      cell: (rule) => (
        <Button
          type="link"
          size="small"
          onClick={() => onOpen(rule)}
          aria-label={say('changeFor', { rule: titleOf(rule) })}
        >
          {say('change')}
        </Button>
      ),
    },
  ]
  return <Table caption={say('ruleTable')} columns={columns} rows={rules} keyOf={({ id }) => id} />
}

function Basis({ rule: { ruleId, source, checked } }: { rule: Rule }) {
  const say = useWords(lawWords)
  return (
    <>
      {[ruleId, source].filter(Boolean).join(' · ')}{' '}
      {checked !== 'F' && <Mark tone="warning">{say('unverified')}</Mark>}
    </>
  )
}
