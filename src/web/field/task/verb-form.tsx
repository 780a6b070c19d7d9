import type { FormEvent } from 'react'
import type { CaseView, VerbView } from '#kernel-contract/cases'
import { nameIn, useWords } from '#kit'
import { Act } from '../parts/act.tsx'
import { FieldControl, idOf } from './field-control.tsx'
import { Phrases } from './phrases.tsx'
import styles from './task.module.css'
import { useVerbForm } from './use-verb-form.ts'
import { taskWords } from './words.ts'

interface VerbFormProps {
  readonly view: CaseView
  readonly verb: VerbView
  readonly seen: number
  readonly onGiven: () => void
}

/** The questions of one verb and its button, which says the act. Without questions it is the button alone. */
export function VerbForm({ view, verb, seen, onGiven }: VerbFormProps) {
  const say = useWords(taskWords)
  const form = useVerbForm({ view, verb, seen, onGiven })
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (form.isSending) return
    const problem = await form.send()
    if (problem) document.getElementById(idOf(verb.verb, problem.field))?.focus()
  }
  const name = nameIn(verb.label)
  return (
    <form className={styles.verb} onSubmit={send} aria-label={name} noValidate>
      {form.fields.length > 0 && <h2>{name}</h2>}
      {verb.hint && <p className="quiet">{nameIn(verb.hint)}</p>}
      {verb.verb === 'reply' && <Phrases values={form.draft.values} onPick={form.answer} />}
      {form.fields.map((field) => (
        <FieldControl
          key={field.name}
          id={idOf(verb.verb, field)}
          field={field}
          value={form.draft.values[field.name]}
          photos={form.draft.photos[field.name] ?? []}
          problem={form.problems.find((each) => each.field.name === field.name)}
          units={verb.units}
          onChange={(value) => form.answer({ [field.name]: value })}
          onPhotos={(photos) => form.draft.picture(field.name, photos)}
        />
      ))}
      {form.refusal && (
        <p className={styles.refusal} role="alert">
          {form.refusal.sentence}
        </p>
      )}
      <Act type="submit" busy={form.isSending}>
        {form.isSending ? say('sending') : name}
      </Act>
    </form>
  )
}
