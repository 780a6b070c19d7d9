import { useState } from 'react'
import { foundUnitRoute } from '#kernel-contract/identity'
import { call, newKey, useWords } from '#kit'
import { useMe } from '../../app/me.ts'
import { Choices } from '../../parts/choices.tsx'
import { ActForm } from '../act-form.tsx'
import { TextField } from '../text-field.tsx'
import { adminWords } from '../words.ts'
import type { Unit } from './unit-order.ts'
import { useUnitAct } from './use-unit-act.ts'

type Kind = 'centre' | 'department' | 'street' | 'community'

// Below a district stand centres, departments and streets; below a street, communities.
const below: Readonly<Record<Unit['kind'], readonly Kind[]>> = {
  district: ['street', 'department', 'centre'],
  street: ['community'],
  centre: [],
  department: [],
  community: [],
}

/** Founds a unit under another one from a day on. */
export function FoundUnit({ parent, onDone }: { parent: Unit; onDone: () => void }) {
  const say = useWords(adminWords)
  const { today } = useMe()
  const kinds = below[parent.kind]
  const [values, setValues] = useState({ kind: kinds[0], zh: '', en: '', code: '', from: today })
  const [idempotencyKey] = useState(newKey)
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change })
  const founding = useUnitAct(
    (kind: Kind) => call(foundUnitRoute, { body: bodyOf(parent.id, { ...values, kind }), idempotencyKey }),
    say('foundDone'),
    onDone,
  )
  if (!values.kind) return null
  return (
    <ActForm
      title={say('found')}
      act={say('found')}
      ready={Boolean(values.zh.trim() && values.from)}
      pending={founding.isPending}
      error={founding.error}
      onAct={() => values.kind && founding.mutate(values.kind)}
    >
      <Choices
        id="found-kind"
        label={say('kind')}
        options={kinds.map((value) => ({ value, label: say(value) }))}
        value={values.kind}
        onChange={(kind) => set({ kind })}
      />
      <TextField label={say('unitName')} value={values.zh} required onChange={(zh) => set({ zh })} />
      <TextField label={say('englishName')} value={values.en} onChange={(en) => set({ en })} />
      <TextField label={say('code')} value={values.code} onChange={(code) => set({ code })} />
      <TextField label={say('from')} type="date" value={values.from} required onChange={(from) => set({ from })} />
    </ActForm>
  )
}

interface Values {
  readonly kind: Kind
  readonly zh: string
  readonly en: string
  readonly code: string
  readonly from: string
}

const bodyOf = (parent: number, { kind, zh, en, code, from }: Values) => ({
  kind,
  parent,
  name: { zh: zh.trim(), ...(en.trim() && { en: en.trim() }) },
  ...(code.trim() && { code: code.trim() }),
  from,
})
