import { Select } from 'antd'
import { nameIn, useLanguage, useWords } from '#kit'
import { describedBy } from '../parts/labelled.tsx'
import type { ControlProps } from './field-control.tsx'
import { caseWords } from './words.ts'

/** One of the units that the verb may name, the likeliest first; typing any part of a name finds it. */
export function UnitField({ id, value, units, sentence, onChange }: ControlProps) {
  const say = useWords(caseWords)
  useLanguage()
  return (
    <Select
      id={id}
      value={value as number | undefined}
      onChange={onChange}
      placeholder={say('otherUnit')}
      options={units.map((unit) => ({ value: unit.id, label: nameIn(unit.name) }))}
      showSearch={{ optionFilterProp: 'label' }}
      defaultActiveFirstOption
      style={{ width: '100%' }}
      {...describedBy(id, { problem: sentence })}
    />
  )
}
