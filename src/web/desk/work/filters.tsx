import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { kindLabels, requestKinds } from '#contract/hotline'
import { nameIn, useWords } from '#kit'
import { SubjectSelect } from '../parts/subject-select.tsx'
import { UnitSelect } from '../parts/unit-select.tsx'
import { urgencies } from '../parts/urgency.ts'
import styles from './filters.module.css'
import { filtersIn, type TaskSearch, withoutFilters } from './task-search.ts'
import { workWords } from './words.ts'

/** What narrows the list. Every choice is in the address, so that a view can be sent to a colleague. */
export function Filters({ search }: { search: TaskSearch }) {
  const say = useWords(workWords)
  const navigate = useNavigate()
  const count = filtersIn(search)
  const [open, setOpen] = useState(false)
  const narrow = (change: Partial<TaskSearch>) => navigate({ to: '/work', search: { ...search, ...change } })
  return (
    <search className={styles.filters} aria-label={say('filters')}>
      <FindBox />
      <Button
        type="link"
        className={styles.more}
        aria-expanded={open}
        aria-controls="filter-choices"
        onClick={() => setOpen(!open)}
      >
        {count > 0 ? say('filtersOn', { count }) : say('filters')}
      </Button>
      <div id="filter-choices" className={open ? styles.choices : styles.folded}>
        <Choice
          label={say('kind')}
          value={search.caseKind}
          onChange={(caseKind) => narrow({ caseKind })}
          options={requestKinds.map((value) => ({ value, label: nameIn(kindLabels[value]) }))}
        />
        <SubjectSelect
          className={styles.wide}
          label={say('subject')}
          value={search.subject}
          onChange={(subject) => narrow({ subject })}
        />
        <Choice
          label={say('urgency')}
          value={search.urgency}
          onChange={(urgency) => narrow({ urgency })}
          options={urgencies.map((name, value) => ({ value: value as 0 | 1 | 2, label: say(name) }))}
        />
        <UnitSelect
          className={styles.wide}
          label={say('unit')}
          value={search.unit}
          onChange={(unit) => narrow({ unit })}
        />
        <Choice
          label={say('due')}
          value={search.due}
          onChange={(due) => narrow({ due })}
          options={(['overdue', 'today', 'week'] as const).map((value) => ({ value, label: say(value) }))}
        />
        <Checkbox
          checked={search.waiting === true}
          onChange={({ target }) => narrow({ waiting: target.checked || undefined })}
        >
          {say('waiting')}
        </Checkbox>
        {count > 0 && (
          <Button type="link" size="small" onClick={() => navigate({ to: '/work', search: withoutFilters(search) })}>
            {say('clear')}
          </Button>
        )}
      </div>
    </search>
  )
}

interface ChoiceProps<T> {
  readonly label: string
  readonly value: T | undefined
  readonly onChange: (value: T | undefined) => void
  readonly options: readonly { readonly value: T; readonly label: string }[]
}

function Choice<T extends string | number>({ label, value, onChange, options }: ChoiceProps<T>) {
  return (
    <Select<T>
      aria-label={label}
      className={styles.choice}
      placeholder={label}
      value={value}
      onChange={(chosen: T | undefined) => onChange(chosen)}
      options={[...options]}
      allowClear
      popupMatchSelectWidth={140}
    />
  )
}

function FindBox() {
  const say = useWords(workWords)
  const navigate = useNavigate()
  return (
    <Input.Search
      className={styles.find}
      aria-label={say('search')}
      placeholder={say('searchHint')}
      onSearch={(q) => q.trim() && navigate({ to: '/cases', search: { q: q.trim() } })}
    />
  )
}
