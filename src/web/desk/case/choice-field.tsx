import { Select } from 'antd'
import { nameIn, useLanguage, useWords } from '#kit'
import { Choices } from '../parts/choices.tsx'
import { Labelled } from '../parts/labelled.tsx'
import type { ControlProps } from './field-control.tsx'
import { caseWords } from './words.ts'

// More answers than this are easier found by typing.
const SIDE_BY_SIDE = 7

export function ChoiceField({ id, field, value, label, sentence, onChange }: ControlProps) {
  const say = useWords(caseWords)
  useLanguage()
  const options = field.options.map((option) => ({ value: option.value, label: nameIn(option.label) }))
  const shared = { id, value: value as string | undefined, onChange }
  if (options.length > SIDE_BY_SIDE) {
    return (
      <Labelled id={id} label={label} problem={sentence} required={field.required}>
        <Select {...shared} options={options} showSearch={{ optionFilterProp: 'label' }} allowClear={!field.required} />
      </Labelled>
    )
  }
  const hint = field.required ? undefined : say('optional')
  return (
    <Choices {...shared} label={label} hint={hint} required={field.required} options={options} problem={sentence} />
  )
}

export function YesNoField({ id, field, value, label, sentence, onChange }: ControlProps) {
  const say = useWords(caseWords)
  const options = [
    { value: true, label: say('yes') },
    { value: false, label: say('no') },
  ]
  return (
    <Choices
      id={id}
      label={label}
      hint={field.required ? undefined : say('optional')}
      required={field.required}
      options={options}
      value={value as boolean | undefined}
      problem={sentence}
      onChange={onChange}
    />
  )
}
