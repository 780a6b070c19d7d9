import { useMutation } from '@tanstack/react-query'
import { InputNumber, Select } from 'antd'
import { useState } from 'react'
import { changeRule, listRules, readRuleHistory } from '#kernel-contract/settings'
import { call, newKey, useWords } from '#kit'
import { useMe } from '../../app/me.ts'
import { reading } from '../../app/reading.ts'
import { useAnnounce } from '../../parts/announce.tsx'
import { Labelled } from '../../parts/labelled.tsx'
import { ActForm } from '../act-form.tsx'
import { lawWords } from '../law-words.ts'
import { TextField } from '../text-field.tsx'
import { amountOf, type Rule, valueInWords } from './rule-value.ts'

interface ChangeRuleProps {
  readonly rule: Rule
  readonly way: 'number' | 'choice'
  readonly onDone: () => void
}

/** The district's own value from a day on, with the decision behind it. */
export function ChangeRule({ rule, way, onDone }: ChangeRuleProps) {
  const say = useWords(lawWords)
  const [value, setValue] = useState<unknown>(rule.value)
  const [from, setFrom] = useState(useMe().today)
  const [source, setSource] = useState('')
  const changing = useChange(rule, onDone)
  const ready = from !== '' && source.trim() !== '' && JSON.stringify(value) !== JSON.stringify(rule.value)
  return (
    <ActForm
      title={say('change')}
      act={say('changeNow', { from, value: valueInWords(value, rule.unit) })}
      ready={ready}
      pending={changing.isPending}
      error={changing.error}
      onAct={() => changing.mutate({ value, from, source: source.trim() })}
    >
      <Labelled id="rule-value" label={say('newValue')} required>
        {way === 'number' ? (
          <InputNumber
            id="rule-value"
            value={amountOf(value)}
            onChange={(amount) => setValue(withAmount(rule, amount))}
          />
        ) : (
          <Select
            id="rule-value"
            style={{ width: '100%' }}
            value={JSON.stringify(value)}
            options={rule.choices?.map((choice) => ({
              value: JSON.stringify(choice),
              label: valueInWords(choice, rule.unit),
            }))}
            onChange={(chosen: string) => setValue(JSON.parse(chosen))}
          />
        )}
      </Labelled>
      <TextField label={say('from')} type="date" value={from} required onChange={setFrom} />
      <TextField label={say('source')} value={source} required onChange={setSource} />
    </ActForm>
  )
}

const withAmount = ({ value }: Rule, amount: number | null) =>
  amount === null ? value : { ...(value as object), amount }

function useChange(rule: Rule, onDone: () => void) {
  const say = useWords(lawWords)
  const announce = useAnnounce()
  const [idempotencyKey] = useState(newKey)
  return useMutation({
    mutationFn: (change: { value: unknown; from: string; source: string }) =>
      call(changeRule, { body: { key: rule.key, ...(rule.unit && { unit: rule.unit }), ...change }, idempotencyKey }),
    onSuccess: async () => {
      announce(say('changed'))
      onDone()
      await reading.invalidateQueries({ queryKey: [listRules.path] })
      await reading.invalidateQueries({ queryKey: [readRuleHistory.path] })
    },
  })
}
