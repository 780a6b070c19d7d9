import { Input, InputNumber } from 'antd'
import type { UnitRef } from '#kernel-contract/cases'
import { type Field, type FieldProblem, labelOf, useWords } from '#kit'
import { describedBy, Labelled } from '../parts/labelled.tsx'
import { SubjectSelect } from '../parts/subject-select.tsx'
import { ChoiceField, YesNoField } from './choice-field.tsx'
import { FilesField } from './files-field.tsx'
import { PersonField } from './person-field.tsx'
import { UnitField } from './unit-field.tsx'
import { caseWords } from './words.ts'

interface FieldControlProps {
  readonly id: string
  readonly field: Field
  readonly value: unknown
  readonly problem: FieldProblem | undefined
  readonly units: readonly UnitRef[]
  readonly onChange: (value: unknown) => void
}

export interface ControlProps extends FieldControlProps {
  readonly label: string
  readonly sentence: string | undefined
}

/** One question of a verb with the control that its declaration names. */
export function FieldControl(props: FieldControlProps) {
  const say = useWords(caseWords)
  const { id, field, problem } = props
  const label = labelOf(field)
  const chosen = field.widget === 'unit' || field.widget === 'choice' || field.widget === 'yesNo'
  const wrong = problem?.problem === 'missing' && chosen ? 'choose' : problem?.problem
  const sentence = wrong && say(wrong, { field: label, limit: problem?.limit ?? 0 })
  const extra = !field.required && <small>{say('optional')}</small>
  const control = <Control {...props} label={label} sentence={sentence} />
  if (field.widget === 'choice' || field.widget === 'yesNo' || field.widget === 'files') return control
  return (
    <Labelled id={id} label={label} problem={sentence} required={field.required} extra={extra}>
      {control}
    </Labelled>
  )
}

function Control(props: ControlProps) {
  const { id, field, value, label, sentence, onChange } = props
  const described = describedBy(id, { problem: sentence })
  switch (field.widget) {
    case 'unit':
      return <UnitField {...props} />
    case 'choice':
      return <ChoiceField {...props} />
    case 'yesNo':
      return <YesNoField {...props} />
    case 'files':
      return <FilesField {...props} />
    case 'person':
      return <PersonField {...props} />
    case 'subject':
      return <SubjectSelect id={id} label={label} value={value as string | undefined} onChange={onChange} />
    case 'number':
      return (
        <InputNumber
          id={id}
          value={value as number | undefined}
          min={field.min}
          max={field.max}
          onChange={(next) => onChange(next ?? undefined)}
          {...described}
        />
      )
    case 'text':
      return (
        <Input.TextArea
          id={id}
          value={String(value ?? '')}
          autoSize={{ minRows: 2, maxRows: 10 }}
          onChange={({ target }) => onChange(target.value)}
          {...described}
        />
      )
    default:
      return (
        <Input
          id={id}
          type={field.widget === 'date' ? 'date' : 'text'}
          value={String(value ?? '')}
          onChange={({ target }) => onChange(target.value)}
          {...described}
        />
      )
  }
}
