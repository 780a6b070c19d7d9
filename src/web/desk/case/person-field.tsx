import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { searchPeople } from '#kernel-contract/people'
import { queryOf, useWords } from '#kit'
import { useSettled } from '../parts/use-settled.ts'
import type { ControlProps } from './field-control.tsx'
import { caseWords } from './words.ts'

/** Somebody of the register, found by name or the last digits of a number. */
export function PersonField({ id, value, onChange }: ControlProps) {
  const say = useWords(caseWords)
  const [typed, setTyped] = useState('')
  const q = useSettled(typed.trim())
  const { data } = useQuery({ ...queryOf(searchPeople, { query: { q } }), enabled: q.length > 0 })
  const options = data?.people.map((person) => ({
    value: person.id,
    label: [person.name, person.formOfAddress, person.phones[0]?.masked].filter(Boolean).join(' · '),
  }))
  return (
    <Select
      id={id}
      value={value as number | undefined}
      onChange={onChange}
      options={options ?? []}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={say('findPerson')}
      style={{ width: '100%' }}
      notFoundContent={null}
    />
  )
}
