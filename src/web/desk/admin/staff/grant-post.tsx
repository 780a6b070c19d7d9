import { Select } from 'antd'
import { useState } from 'react'
import { grantPostRoute } from '#kernel-contract/identity'
import { call, newKey, useWords } from '#kit'
import type { Role } from '../../app/me.ts'
import { roleWords } from '../../app/role-words.ts'
import { Labelled } from '../../parts/labelled.tsx'
import { UnitSelect } from '../../parts/unit-select.tsx'
import { ActForm } from '../act-form.tsx'
import { TextField } from '../text-field.tsx'
import { adminWords } from '../words.ts'
import type { Staff } from './staff-page.tsx'
import { useStaffAct } from './use-staff-act.ts'

/** Gives a role in a unit from a day on. */
export function GrantPost({ staff }: { staff: Staff }) {
  const say = useWords(adminWords)
  const role = useWords(roleWords)
  const [values, setValues] = useState<{ unit?: number; role?: Role; from: string }>({ from: '' })
  const [idempotencyKey] = useState(newKey)
  const granting = useStaffAct(
    (body: { unit: number; role: Role }) =>
      call(grantPostRoute, {
        params: { id: staff.id },
        body: { ...body, ...(values.from && { from: values.from }) },
        idempotencyKey,
      }),
    say('granted'),
  )
  const roles = (Object.keys(roleWords.zh) as Role[]).map((value) => ({ value, label: role(value) }))
  return (
    <ActForm
      title={say('grant')}
      act={say('grant')}
      ready={values.unit !== undefined && values.role !== undefined}
      pending={granting.isPending}
      error={granting.error}
      onAct={() => granting.mutate({ unit: values.unit!, role: values.role! })}
    >
      <Labelled id="grant-unit" label={say('unit')} required>
        <UnitSelect
          id="grant-unit"
          label={say('unit')}
          value={values.unit}
          onChange={(unit) => setValues({ ...values, unit })}
        />
      </Labelled>
      <Labelled id="grant-role" label={say('role')} required>
        <Select
          id="grant-role"
          style={{ width: '100%' }}
          options={roles}
          value={values.role}
          onChange={(chosen: Role) => setValues({ ...values, role: chosen })}
        />
      </Labelled>
      <TextField
        label={say('from')}
        hint={say('fromHint')}
        type="date"
        value={values.from}
        onChange={(from) => setValues({ ...values, from })}
      />
    </ActForm>
  )
}
