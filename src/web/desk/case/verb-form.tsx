import { Button } from 'antd'
import { type FormEvent, useEffect, useRef } from 'react'
import type { CaseView, TimelineEntry, VerbView } from '#kernel-contract/cases'
import { type Field, type FormValues, labelled, labelOf, nameIn, useKeys, useWords } from '#kit'
import { useAnnounce } from '../parts/announce.tsx'
import { Key } from '../parts/key.tsx'
import { Refused } from '../parts/states.tsx'
import styles from './actions.module.css'
import { FieldControl } from './field-control.tsx'
import { Entry } from './timeline.tsx'
import { useVerbForm } from './use-verb-form.ts'
import { caseWords } from './words.ts'

interface VerbFormProps {
  readonly view: CaseView
  readonly verb: VerbView
  /** Whether the case still offers the verb. */
  readonly offered: boolean
  readonly purpose: string | undefined
  readonly onClose: () => void
}

/** The questions of one verb. Its button says the act and its object: 派给向阳社区. */
export function VerbForm({ view, verb, offered, purpose, onClose }: VerbFormProps) {
  const say = useWords(caseWords)
  const announce = useAnnounce()
  const done = () => {
    onClose()
    announce(say('done', { verb: nameIn(verb.label) }))
  }
  const form = useVerbForm({ view, verb, purpose, onDone: done })
  const element = useRef<HTMLFormElement>(null)
  // Escape first closes an open list of choices, and only then the form.
  const popup = useRef(false)
  const notePopup = ({ target }: { target: EventTarget }) => {
    popup.current = (target as HTMLElement).getAttribute('aria-expanded') === 'true'
  }
  useFirstField(element)
  const send = async (event?: FormEvent) => {
    event?.preventDefault()
    const problem = await form.send()
    if (problem) document.getElementById(idOf(problem.field))?.focus()
  }
  useKeys([
    { keys: 'Escape', label: say('cancel'), run: () => popup.current || onClose(), whileTyping: true },
    { keys: 'ctrl+Enter', label: nameIn(verb.label), run: () => void send() },
  ])
  const conflict = form.news.length > 0
  return (
    <form
      ref={element}
      className={styles.form}
      onSubmit={send}
      onKeyDownCapture={notePopup}
      aria-labelledby="verb-title"
      noValidate
    >
      <h2 id="verb-title" className={styles.formTitle}>
        {nameIn(verb.label)}
      </h2>
      {form.restored && <Kept onDiscard={form.discard} />}
      {form.fields.map((field) => (
        <FieldControl
          key={field.name}
          id={idOf(field)}
          field={field}
          value={form.values[field.name]}
          problem={form.problems.find((each) => each.field.name === field.name)}
          units={verb.units}
          onChange={(value) => form.change(field.name, value)}
        />
      ))}
      {form.doing.error && !conflict && <Refused error={form.doing.error} />}
      {!offered && <p className={styles.changed}>{say('gone', { verb: nameIn(verb.label) })}</p>}
      {offered && conflict && <Changed entries={form.news} onSeen={form.acceptNews} />}
      <div className={styles.send}>
        <Button type="primary" htmlType="submit" loading={form.doing.isPending} disabled={!offered || conflict}>
          {actOf(verb, form.fields, form.values)} <Key keys="ctrl+Enter" />
        </Button>
        <Button onClick={onClose}>
          {say('cancel')} <Key keys="Escape" />
        </Button>
      </div>
    </form>
  )
}

const idOf = (field: Field) => `field-${field.name}`

/** What the button says: the act, and the unit it goes to. */
function actOf(verb: VerbView, fields: readonly Field[], values: FormValues): string {
  const field = fields.find(({ widget }) => widget === 'unit')
  const unit = field && verb.units.find(({ id }) => id === values[field.name])
  if (!unit || !field) return nameIn(verb.label)
  const label = labelOf(field)
  return label.endsWith('给') ? `${label}${nameIn(unit.name)}` : labelled(nameIn(verb.label), nameIn(unit.name))
}

// The form opens where the person writes next.
function useFirstField(form: { current: HTMLFormElement | null }) {
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input:not([type="file"]), textarea, [role="combobox"]')
    first?.focus({ preventScroll: true })
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [form])
}

function Kept({ onDiscard }: { onDiscard: () => void }) {
  const say = useWords(caseWords)
  return (
    <p>
      {say('kept')}{' '}
      <Button type="link" size="small" onClick={onDiscard}>
        {say('discard')}
      </Button>
    </p>
  )
}

/** What others did while the form was being filled in; the person goes on only after seeing it. */
function Changed({ entries, onSeen }: { entries: readonly TimelineEntry[]; onSeen: () => void }) {
  const say = useWords(caseWords)
  return (
    <div className={styles.changed} role="alert">
      <p>{say('changed')}</p>
      <ol>
        {entries.map((entry) => (
          <Entry key={entry.seq} entry={entry} />
        ))}
      </ol>
      <Button onClick={onSeen}>{say('changedGo')}</Button>
    </div>
  )
}
