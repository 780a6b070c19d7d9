import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { changeHoursRoute, listHours } from '#kernel-contract/calendar'
import { call, newKey, useWords } from '#kit'
import type { BodyOf } from '#platform/contract'
import { useMe } from '../../app/me.ts'
import { reading } from '../../app/reading.ts'
import { useAnnounce } from '../../parts/announce.tsx'
import { Labelled } from '../../parts/labelled.tsx'
import { UnitSelect } from '../../parts/unit-select.tsx'
import { ActForm } from '../act-form.tsx'
import { lawWords } from '../law-words.ts'
import { TextField } from '../text-field.tsx'
import { readSpans } from './hours-text.ts'

type Body = BodyOf<typeof changeHoursRoute>

/** Other hours from a day on, for one unit or, without one, for the whole district. */
export function ChangeHours() {
  const say = useWords(lawWords)
  const { today } = useMe()
  const empty = { unit: undefined as number | undefined, workday: '', restday: '', from: today, source: '' }
  const [typed, setTyped] = useState(empty)
  const set = (change: Partial<typeof empty>) => setTyped({ ...typed, ...change })
  const changing = useChanging(() => setTyped(empty))
  const [workday, restday] = [readSpans(typed.workday), readSpans(typed.restday)]
  const body: Body | null =
    workday && restday && workday.length > 0 && typed.from && typed.source.trim()
      ? { unit: typed.unit ?? null, hours: { workday, restday }, from: typed.from, source: typed.source.trim() }
      : null
  return (
    <ActForm
      title={say('changeHours')}
      act={say('changeHours')}
      ready={body !== null}
      pending={changing.isPending}
      error={changing.error}
      onAct={() => body && changing.mutate(body)}
    >
      <Labelled id="hours-unit" label={say('unit')}>
        <UnitSelect
          id="hours-unit"
          label={say('wholeDistrict')}
          value={typed.unit}
          onChange={(unit) => set({ unit })}
        />
      </Labelled>
      <TextField
        label={say('workday')}
        hint={say('spansHint')}
        value={typed.workday}
        required
        onChange={(next) => set({ workday: next })}
      />
      <TextField
        label={say('restday')}
        hint={say('spansHint')}
        value={typed.restday}
        onChange={(next) => set({ restday: next })}
      />
      {(workday === null || restday === null) && <p role="alert">{say('badSpans')}</p>}
      <TextField label={say('from')} type="date" value={typed.from} required onChange={(from) => set({ from })} />
      <TextField label={say('source')} value={typed.source} required onChange={(source) => set({ source })} />
    </ActForm>
  )
}

function useChanging(then: () => void) {
  const say = useWords(lawWords)
  const announce = useAnnounce()
  const [idempotencyKey, setKey] = useState(newKey)
  return useMutation({
    mutationFn: (body: Body) => call(changeHoursRoute, { body, idempotencyKey }),
    onSuccess: async () => {
      announce(say('hoursChanged'))
      setKey(newKey())
      then()
      await reading.invalidateQueries({ queryKey: [listHours.path] })
    },
  })
}
