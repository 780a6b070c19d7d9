import { Drawer } from 'antd'
import { useState } from 'react'
import { createStaffRoute } from '#kernel-contract/identity'
import { call, newKey, useKeys, useWords } from '#kit'
import { ActForm } from '../act-form.tsx'
import { TextField } from '../text-field.tsx'
import { adminWords } from '../words.ts'
import { useStaffAct } from './use-staff-act.ts'

const empty = { zh: '', en: '', phone: '', userName: '', password: '', from: '' }

/** Enters somebody who begins to work, with an account and its first password. */
export function NewStaff({ onClose }: { onClose: () => void }) {
  const say = useWords(adminWords)
  const [values, setValues] = useState(empty)
  const [idempotencyKey] = useState(newKey)
  const set = (change: Partial<typeof empty>) => setValues({ ...values, ...change })
  const { zh, en, phone, userName, password, from } = values
  const body = {
    name: { zh: zh.trim(), ...(en.trim() && { en: en.trim() }) },
    userName: userName.trim(),
    password,
    ...(phone.trim() && { phone: phone.trim() }),
    ...(from && { from }),
  }
  const entering = useStaffAct(() => call(createStaffRoute, { body, idempotencyKey }), say('entered'), onClose)
  useKeys([], { only: true })
  return (
    <Drawer open title={say('newStaff')} onClose={onClose} size={460}>
      <ActForm
        title={say('newStaff')}
        act={say('enter')}
        ready={Boolean(zh.trim() && userName.trim() && password)}
        pending={entering.isPending}
        error={entering.error}
        onAct={() => entering.mutate(undefined)}
      >
        <TextField label={say('name')} value={zh} required onChange={(next) => set({ zh: next })} />
        <TextField label={say('englishName')} value={en} onChange={(next) => set({ en: next })} />
        <TextField label={say('phone')} type="tel" value={phone} onChange={(next) => set({ phone: next })} />
        <TextField
          label={say('userName')}
          hint={say('userNameHint')}
          value={userName}
          required
          onChange={(next) => set({ userName: next })}
        />
        <TextField
          label={say('firstPassword')}
          hint={say('firstPasswordHint')}
          type="password"
          value={password}
          required
          onChange={(next) => set({ password: next })}
        />
        <TextField
          label={say('from')}
          hint={say('fromHint')}
          type="date"
          value={from}
          onChange={(next) => set({ from: next })}
        />
      </ActForm>
    </Drawer>
  )
}
