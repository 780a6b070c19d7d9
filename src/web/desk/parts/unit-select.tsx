import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { listUnits } from '#kernel-contract/identity'
import { nameIn, queryOf, useLanguage } from '#kit'

interface UnitSelectProps {
  readonly id?: string
  readonly label: string
  readonly value: number | undefined
  readonly onChange: (unit: number | undefined) => void
  readonly className?: string | undefined
}

export const unitsQuery = { ...queryOf(listUnits, {}), staleTime: 300_000 }

/** Chooses one of the district's units by typing part of its name. */
export function UnitSelect({ id, label, value, onChange, className }: UnitSelectProps) {
  const { data } = useQuery(unitsQuery)
  useLanguage()
  return (
    <Select
      id={id}
      aria-label={id ? undefined : label}
      className={className}
      placeholder={label}
      value={value}
      onChange={onChange}
      options={data?.units.map((unit) => ({ value: unit.id, label: nameIn(unit.name) }))}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      popupMatchSelectWidth={220}
      style={id ? { width: '100%' } : undefined}
    />
  )
}
