import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { listUnits } from '#kernel-contract/identity'
import { nameIn, queryOf, useWords } from '#kit'
import { Refused, Waiting } from '../../parts/states.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import styles from '../admin.module.css'
import { TextField } from '../text-field.tsx'
import { adminWords } from '../words.ts'
import { UnitDrawer } from './unit-drawer.tsx'
import { inTreeOrder, type PlacedUnit, type Unit } from './unit-order.ts'

/** The district's units on any day, past or to come, and what changes them from a day on. */
export function UnitsPage() {
  const say = useWords(adminWords)
  const [on, setOn] = useState('')
  const [open, setOpen] = useState<Unit | null>(null)
  const { data, error, refetch } = useQuery(queryOf(listUnits, { query: on ? { on } : {} }))
  return (
    <>
      <h1>{say('units')}</h1>
      <div className={styles.tools}>
        <TextField label={say('on')} type="date" value={on || (data?.on ?? '')} onChange={setOn} />
      </div>
      {error && <Refused error={error} onRetry={refetch} />}
      {!data && !error && <Waiting />}
      {data && <UnitTable units={data.units} onOpen={setOpen} />}
      {open && <UnitDrawer unit={open} onClose={() => setOpen(null)} />}
    </>
  )
}

const STEP = 22

function UnitTable({ units, onOpen }: { units: readonly Unit[]; onOpen: (unit: Unit) => void }) {
  const say = useWords(adminWords)
  const columns: Column<PlacedUnit>[] = [
    {
      head: say('unitName'),
      names: true,
      cell: ({ unit, depth }) => (
        <span className={styles.indent} style={{ paddingLeft: depth * STEP }}>
          {nameIn(unit.name)}
        </span>
      ),
    },
    { head: say('kind'), cell: ({ unit }) => say(unit.kind) },
    { head: say('code'), cell: ({ unit }) => unit.code ?? '' },
    { head: say('phone'), cell: ({ unit }) => unit.phone ?? '' },
    {
      head: say('open'),
      cell: ({ unit }) => (
        <Button
          type="link"
          size="small"
          onClick={() => onOpen(unit)}
          aria-label={say('openUnit', { unit: nameIn(unit.name) })}
        >
          {say('open')}
        </Button>
      ),
    },
  ]
  return <Table caption={say('unitTree')} columns={columns} rows={inTreeOrder(units)} keyOf={({ unit }) => unit.id} />
}
