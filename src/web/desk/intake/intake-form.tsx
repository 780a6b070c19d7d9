import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { kindLabels, requestKinds } from '#contract/hotline'
import { nameIn, useKeys, useWords } from '#kit'
import { Choices } from '../parts/choices.tsx'
import { FilePicker } from '../parts/file-picker.tsx'
import { Key } from '../parts/key.tsx'
import { describedBy, Labelled } from '../parts/labelled.tsx'
import { PlaceInput } from '../parts/place-input.tsx'
import { Refused } from '../parts/states.tsx'
import { SubjectSelect } from '../parts/subject-select.tsx'
import { urgencies } from '../parts/urgency.ts'
import { GuessLine } from './guess-line.tsx'
import styles from './intake.module.css'
import { type Problem, problemsIn } from './intake-draft.ts'
import { useFormKeys } from './use-form-keys.ts'
import type { IntakeState } from './use-intake.ts'
import { intakeWords } from './words.ts'

interface IntakeFormProps {
  readonly intake: IntakeState
  readonly peopleOnLine: number
}

const idOf: Readonly<Record<Problem, string>> = { text: 'text', kind: 'kind', person: 'person' }

/** What is asked. The whole form is filled without a mouse, in the order in which people speak. */
export function IntakeForm({ intake, peopleOnLine }: IntakeFormProps) {
  const say = useWords(intakeWords)
  const { draft, filing } = intake
  const [tried, setTried] = useState(false)
  const problems = tried ? problemsIn(draft, peopleOnLine) : []
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    const [first] = problemsIn(draft, peopleOnLine)
    setTried(true)
    if (first) document.getElementById(idOf[first])?.focus()
    else if (!filing.isPending) filing.mutate()
  }
  useFormKeys(intake.ask)
  useKeys([{ keys: 'ctrl+Enter', label: say('file'), run: () => submit() }])
  return (
    <form onSubmit={submit} noValidate>
      <TextField intake={intake} wrong={problems.includes('text')} />
      <GuessLine asked={draft.asked} onAdopt={intake.ask} />
      <Details intake={intake} wrongKind={problems.includes('kind')} />
      {problems.includes('person') && <p role="alert">{say('personMissing')}</p>}
      {filing.error && <Refused error={filing.error} />}
      <div className={styles.send}>
        <Button
          type="primary"
          htmlType="submit"
          size="large"
          loading={filing.isPending}
          aria-keyshortcuts="Control+Enter"
        >
          {say(filing.isPending ? 'filing' : 'file')} <Key keys="ctrl+Enter" />
        </Button>
        <Button type="link" onClick={intake.startOver}>
          {say('clear')}
        </Button>
      </div>
    </form>
  )
}

function TextField({ intake: { draft, ask }, wrong }: { intake: IntakeState; wrong: boolean }) {
  const say = useWords(intakeWords)
  const problem = wrong ? say('textMissing') : undefined
  return (
    <Labelled id="text" label={say('text')} hint={say('textHint')} problem={problem} required>
      <Input.TextArea
        id="text"
        autoFocus
        className={styles.text}
        autoSize={{ minRows: 5, maxRows: 14 }}
        maxLength={5000}
        value={draft.asked.text}
        onChange={({ target }) => ask({ text: target.value })}
        {...describedBy('text', { hint: true, problem })}
      />
    </Labelled>
  )
}

function Details({ intake: { draft, ask }, wrongKind }: { intake: IntakeState; wrongKind: boolean }) {
  const say = useWords(intakeWords)
  const { asked } = draft
  const kinds = requestKinds.map((value, index) => ({
    value,
    label: nameIn(kindLabels[value]),
    keys: `Alt+${index + 1}`,
  }))
  const degrees = urgencies.map((name, value) => ({ value: value as 0 | 1 | 2, label: say(name) }))
  return (
    <>
      <Choices
        id="kind"
        label={say('kind')}
        hint="Alt 1–6"
        required
        options={kinds}
        value={asked.kind}
        problem={wrongKind ? say('kindMissing') : undefined}
        onChange={(kind) => ask({ kind })}
      />
      <div className={styles.pair}>
        <Labelled id="place" label={say('place')}>
          <PlaceInput id="place" value={asked.place} onChange={(place) => ask({ place })} />
        </Labelled>
        <Labelled id="subject" label={say('subject')}>
          <SubjectSelect
            id="subject"
            label={say('subject')}
            value={asked.subject}
            onChange={(subject) => ask({ subject })}
          />
        </Labelled>
      </div>
      <Choices
        id="urgency"
        label={say('urgency')}
        options={degrees}
        value={asked.urgency ?? 0}
        onChange={(urgency) => ask({ urgency })}
      />
      <Labelled id="title" label={say('caseTitle')} extra={<small>{say('titleHint')}</small>}>
        <Input id="title" maxLength={80} value={asked.title} onChange={({ target }) => ask({ title: target.value })} />
      </Labelled>
      <FilePicker id="files" label={say('files')} max={9} value={asked.files} onChange={(files) => ask({ files })} />
    </>
  )
}
