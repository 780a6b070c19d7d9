import { useState } from 'react'
import { endStaffRoute, resetLogInRoute } from '#kernel-contract/identity'
import { call, useWords } from '#kit'
import { ActForm } from '../act-form.tsx'
import { TextField } from '../text-field.tsx'
import { adminWords } from '../words.ts'
import type { Staff } from './staff-page.tsx'
import { useStaffAct } from './use-staff-act.ts'

/** Helps somebody who cannot log in: a new first password, no lock, no second factor. */
export function ResetLogIn({ staff }: { staff: Staff }) {
  const say = useWords(adminWords)
  const [password, setPassword] = useState('')
  const resetting = useStaffAct(
    () => call(resetLogInRoute, { params: { id: staff.id }, body: { password }, ifMatch: staff.version }),
    say('resetDone'),
  )
  if (!staff.hasAccount) return null
  return (
    <ActForm
      title={say('reset')}
      why={say('resetWhy')}
      act={say('reset')}
      ready={password !== ''}
      pending={resetting.isPending}
      error={resetting.error}
      onAct={() => resetting.mutate(undefined)}
    >
      <TextField
        label={say('firstPassword')}
        hint={say('firstPasswordHint')}
        type="password"
        value={password}
        required
        onChange={setPassword}
      />
    </ActForm>
  )
}

/** From a day on, somebody no longer works here. */
export function EndEmployment({ staff, onClose }: { staff: Staff; onClose: () => void }) {
  const say = useWords(adminWords)
  const [from, setFrom] = useState('')
  const ending = useStaffAct(
    () => call(endStaffRoute, { params: { id: staff.id }, body: { from }, ifMatch: staff.version }),
    say('ended'),
    onClose,
  )
  return (
    <ActForm
      title={say('end')}
      why={say('endWhy')}
      act={say('end')}
      danger
      ready={from !== ''}
      pending={ending.isPending}
      error={ending.error}
      onAct={() => ending.mutate(undefined)}
    >
      <TextField label={say('from')} type="date" value={from} required onChange={setFrom} />
    </ActForm>
  )
}
