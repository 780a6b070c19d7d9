import { kindLabels } from '#contract/hotline'
import { textLimits } from '../filing-checks.ts'
import type { FilePage, PortalContext } from '../pages.ts'
import { say, wordsIn } from '../words.ts'
import { Choice, TextField, Tick } from './form.tsx'

interface StepProps {
  readonly page: FilePage
  readonly context: PortalContext
}

export function WhatStep({ page: { values, problems }, context }: StepProps) {
  const words = wordsIn(context.language).file
  const kinds = Object.entries(kindLabels).map(([value, label]) => ({ value, label: say(label, context.language) }))
  return (
    <>
      <p className="warning">{words.emergency}</p>
      <p className="restored" data-restored hidden>
        {words.restored}{' '}
        <button type="button" className="link">
          {words.discard}
        </button>
      </p>
      <TextField
        name="text"
        label={words.what.text}
        hint={words.what.textHint}
        problems={problems}
        value={values.text}
        rows={7}
        input={{ 'data-max': textLimits.max, 'data-left': words.what.left('{n}'), 'data-over': words.what.over('{n}') }}
      />
      <Choice
        name="kind"
        label={words.what.kind}
        hint={words.what.kindHint}
        problems={problems}
        value={values.kind}
        choices={[{ value: '', label: words.what.kindNone }, ...kinds]}
      />
    </>
  )
}

export function WhereStep({ page: { values, problems }, context }: StepProps) {
  const words = wordsIn(context.language).file.where
  return (
    <>
      <TextField
        name="place"
        label={words.place}
        hint={words.placeHint}
        problems={problems}
        value={values.place}
        input={{ autoComplete: 'street-address' }}
      />
      <p>{words.skip}</p>
    </>
  )
}

export function WhoStep({ page: { values, problems }, context }: StepProps) {
  const { who: words, optional } = wordsIn(context.language).file
  const label = (name: string) => (
    <>
      {name} <span className="optional">({optional})</span>
    </>
  )
  return (
    <>
      <p className="lead">{words.lead}</p>
      <TextField
        name="name"
        label={label(words.name)}
        hint={words.nameHint}
        problems={problems}
        value={values.name}
        input={{ autoComplete: 'name' }}
      />
      <TextField
        name="phone"
        label={label(words.phone)}
        hint={words.phoneHint}
        problems={problems}
        value={values.phone}
        input={{ type: 'tel', autoComplete: 'tel', className: 'short' }}
      />
      <Choice
        name="behalf"
        label={words.behalf}
        problems={problems}
        value={values.behalf === 'other' ? 'other' : 'self'}
        choices={[
          { value: 'self', label: words.self },
          { value: 'other', label: words.other },
        ]}
      />
      <TextField
        name="onBehalfOf"
        label={label(words.onBehalfOf)}
        hint={words.onBehalfOfHint}
        problems={problems}
        value={values.onBehalfOf}
      />
      <Tick name="hidden" label={words.hidden} hint={words.hiddenHint} value={values.hidden} />
      <p>{words.privacy}</p>
    </>
  )
}
