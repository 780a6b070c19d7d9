import { useState } from 'react'
import { renameUnitRoute } from '#kernel-contract/identity'
import { call, newKey, useWords } from '#kit'
import { useMe } from '../../app/me.ts'
import { ActForm } from '../act-form.tsx'
import { TextField } from '../text-field.tsx'
import { adminWords } from '../words.ts'
import type { Unit } from './unit-order.ts'
import { useUnitAct } from './use-unit-act.ts'

/** Another name, code or telephone from a day on. */
export function RenameUnit({ unit, onDone }: { unit: Unit; onDone: () => void }) {
  const say = useWords(adminWords)
  const { today } = useMe()
  const [values, setValues] = useState({
    zh: unit.name.zh,
    en: unit.name.en ?? '',
    code: unit.code ?? '',
    phone: unit.phone ?? '',
    from: today,
  })
  const [idempotencyKey] = useState(newKey)
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change })
  const body = {
    name: { zh: values.zh.trim(), ...(values.en.trim() && { en: values.en.trim() }) },
    ...(values.code.trim() && { code: values.code.trim() }),
    ...(values.phone.trim() && { phone: values.phone.trim() }),
    from: values.from,
  }
  const renaming = useUnitAct(
    () => call(renameUnitRoute, { params: { id: unit.id }, body, idempotencyKey }),
    say('renamed'),
    onDone,
  )
  return (
    <ActForm
      title={say('rename')}
      act={say('rename')}
      ready={Boolean(values.zh.trim() && values.from)}
      pending={renaming.isPending}
      error={renaming.error}
      onAct={() => renaming.mutate(undefined)}
    >
      <TextField label={say('unitName')} value={values.zh} required onChange={(zh) => set({ zh })} />
      <TextField label={say('englishName')} value={values.en} onChange={(en) => set({ en })} />
      <TextField label={say('code')} value={values.code} onChange={(code) => set({ code })} />
      <TextField label={say('phone')} type="tel" value={values.phone} onChange={(phone) => set({ phone })} />
      <TextField label={say('from')} type="date" value={values.from} required onChange={(from) => set({ from })} />
    </ActForm>
  )
}
