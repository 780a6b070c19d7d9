import { FieldError, Input, Label, Radio, RadioGroup, TextArea, TextField } from 'react-aria-components'
import type { UnitRef } from '#kernel-contract/cases'
import { type Field, type FieldProblem, labelOf, nameIn, type Option, useWords } from '#kit'
import { frameWords } from '../app/words.ts'
import type { Photo } from '../outbox/command.ts'
import styles from './field-control.module.css'
import { PhotosField } from './photos-field.tsx'

export interface ControlProps {
  readonly id: string
  readonly field: Field
  readonly value: unknown
  readonly photos: readonly Photo[]
  readonly problem: FieldProblem | undefined
  readonly units: readonly UnitRef[]
  readonly onChange: (value: unknown) => void
  readonly onPhotos: (photos: readonly Photo[]) => void
}

export const idOf = (verb: string, field: Field): string => `${verb}-${field.name}`

/** Questions that this application can ask; a verb with another one is for the desk. */
export const canAsk = ({ widget, required }: Field): boolean => !required || !['subject', 'person'].includes(widget)

/** One question, in the control that its declaration names. */
export function FieldControl(props: ControlProps) {
  switch (props.field.widget) {
    case 'choice':
      return <Chips {...props} options={props.field.options} />
    case 'yesNo':
      return <YesNo {...props} />
    case 'unit':
      return <UnitSelect {...props} />
    case 'files':
      return <PhotosField {...props} />
    case 'subject':
    case 'person':
      return null
    default:
      return <Written {...props} />
  }
}

export function useLabel({ field, problem }: Pick<ControlProps, 'field' | 'problem'>) {
  const say = useWords(frameWords)
  const name = labelOf(field)
  const chosen = ['choice', 'yesNo', 'unit'].includes(field.widget)
  const wrong = problem?.problem === 'missing' && chosen ? 'choose' : problem?.problem
  return {
    label: (
      <>
        {name} {!field.required && <small className="quiet">({say('optional')})</small>}
      </>
    ),
    sentence: wrong && say(wrong, { field: name, limit: problem?.limit ?? 0 }),
  }
}

/** Words and numbers. The phone's own keyboard takes dictation; nothing stands in its way. */
function Written(props: ControlProps) {
  const { id, field, value, onChange } = props
  const { label, sentence } = useLabel(props)
  const isNumber = field.widget === 'number'
  const write = (text: string) => onChange(isNumber ? (text === '' ? undefined : Number(text)) : text)
  return (
    <TextField className={styles.field!} value={String(value ?? '')} onChange={write} isInvalid={!!sentence}>
      <Label>{label}</Label>
      <FieldError className={styles.problem!}>{sentence}</FieldError>
      {field.widget === 'text' ? (
        <TextArea id={id} rows={4} />
      ) : (
        <Input id={id} type={isNumber ? 'number' : field.widget === 'date' ? 'date' : 'text'} />
      )}
    </TextField>
  )
}

interface ChipsProps extends ControlProps {
  readonly options: readonly Option[]
}

/** A few answers side by side, each as large as a thumb. */
function Chips({ id, field, problem, value, options, onChange }: ChipsProps) {
  const { label, sentence } = useLabel({ field, problem })
  const choose = (chosen: string) => onChange(options.find((option) => String(option.value) === chosen)?.value)
  return (
    <RadioGroup
      className={styles.field!}
      value={value === undefined ? null : String(value)}
      onChange={choose}
      isInvalid={!!sentence}
    >
      <Label>{label}</Label>
      <FieldError className={styles.problem!}>{sentence}</FieldError>
      <div className={styles.chips}>
        {options.map((option, at) => (
          <Radio
            key={option.value}
            id={at === 0 ? id : undefined}
            className={styles.chip!}
            value={String(option.value)}
          >
            {nameIn(option.label)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}

function YesNo(props: ControlProps) {
  const options = [
    { value: 'yes', label: { zh: frameWords.zh.yes, en: frameWords.en.yes } },
    { value: 'no', label: { zh: frameWords.zh.no, en: frameWords.en.no } },
  ]
  const value = props.value === undefined ? undefined : props.value ? 'yes' : 'no'
  return <Chips {...props} options={options} value={value} onChange={(next) => props.onChange(next === 'yes')} />
}

/** The phone's own list: it scrolls and reads aloud better than any of ours. */
function UnitSelect(props: ControlProps) {
  const { id, value, units, onChange } = props
  const { label, sentence } = useLabel(props)
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {sentence && (
        <p className={styles.problem} id={`${id}-problem`}>
          {sentence}
        </p>
      )}
      <select
        id={id}
        value={String(value ?? '')}
        aria-invalid={!!sentence}
        aria-describedby={sentence ? `${id}-problem` : undefined}
        onChange={({ target }) => onChange(target.value === '' ? undefined : Number(target.value))}
      >
        <option value="">—</option>
        {units.map((unit) => (
          <option key={unit.id} value={unit.id}>
            {nameIn(unit.name)}
          </option>
        ))}
      </select>
    </div>
  )
}
