import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { previewReorganisationRoute, reorganiseRoute } from '#kernel-contract/identity'
import { call, listed, nameIn, newKey, useWords } from '#kit'
import type { BodyOf, ResponseOf } from '#platform/contract'
import { useMe } from '../../app/me.ts'
import { Choices } from '../../parts/choices.tsx'
import { Labelled } from '../../parts/labelled.tsx'
import { Refused } from '../../parts/states.tsx'
import { UnitSelect } from '../../parts/unit-select.tsx'
import { ActForm } from '../act-form.tsx'
import { TextField } from '../text-field.tsx'
import { adminWords } from '../words.ts'
import type { Unit } from './unit-order.ts'
import { useUnitAct } from './use-unit-act.ts'

type Plan = BodyOf<typeof reorganiseRoute>
type Preview = ResponseOf<typeof previewReorganisationRoute>

/** Moves a unit or merges it into another on a day; what would follow is seen before it is done. */
export function Reorganise({ unit, onDone }: { unit: Unit; onDone: () => void }) {
  const say = useWords(adminWords)
  const [on, setOn] = useState(useMe().today)
  const [kind, setKind] = useState<'move' | 'merge'>('move')
  const [target, setTarget] = useState<number>()
  const [idempotencyKey] = useState(newKey)
  const plan = planOf(unit.id, kind, target, on)
  const previewing = useMutation({ mutationFn: (body: Plan) => call(previewReorganisationRoute, { body }) })
  const doing = useUnitAct((body: Plan) => call(reorganiseRoute, { body, idempotencyKey }), say('moved'), onDone)
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      previewing.reset()
      set(value)
    }
  return (
    <ActForm
      title={say('reorganise')}
      act={say('carryOut', { on })}
      danger
      ready={plan !== null && previewing.isSuccess}
      pending={doing.isPending}
      error={doing.error}
      onAct={() => plan && doing.mutate(plan)}
    >
      <Choices
        id="reorganise-kind"
        label={say('kind')}
        options={(['move', 'merge'] as const).map((value) => ({ value, label: say(value) }))}
        value={kind}
        onChange={change(setKind)}
      />
      <Labelled id="reorganise-target" label={say(kind === 'move' ? 'under' : 'into')} required>
        <UnitSelect id="reorganise-target" label={say('unit')} value={target} onChange={change(setTarget)} />
      </Labelled>
      <TextField label={say('from')} type="date" value={on} required onChange={change(setOn)} />
      <p>
        <Button disabled={!plan} loading={previewing.isPending} onClick={() => plan && previewing.mutate(plan)}>
          {say('preview')}
        </Button>
      </p>
      {previewing.error && <Refused error={previewing.error} />}
      {previewing.data && <WhatFollows preview={previewing.data} />}
    </ActForm>
  )
}

function planOf(unit: number, kind: 'move' | 'merge', target: number | undefined, on: string): Plan | null {
  if (target === undefined || target === unit || on === '') return null
  return kind === 'move' ? { kind, unit, under: target, on } : { kind, units: [unit], into: target, on }
}

function WhatFollows({ preview: { closes, moves, posts, openCases } }: { preview: Preview }) {
  const say = useWords(adminWords)
  const names = (units: readonly { name: Unit['name'] }[]) => listed(units.map(({ name }) => nameIn(name)))
  return (
    <ul role="status">
      {closes.length > 0 && <li>{say('closes', { units: names(closes) })}</li>}
      {moves.length > 0 && <li>{say('moves', { units: names(moves) })}</li>}
      <li>{say('postsFollow', { count: posts })}</li>
      <li>{say('casesFollow', { count: openCases })}</li>
    </ul>
  )
}
