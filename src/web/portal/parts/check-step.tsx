import { kindLabels } from '#contract/hotline'
import { photoLimit } from '../filing-checks.ts'
import type { FilePage, FilingStep, FilingValues, Language, PortalContext } from '../pages.ts'
import { say, wordsIn } from '../words.ts'

interface Answer {
  readonly name: string
  readonly value: string
  readonly step: FilingStep
}

/** Everything said so far, each with the way to change it; the buttons belong to the form that sends no photos. */
export function CheckStep({ page, context }: { page: FilePage; context: PortalContext }) {
  const words = wordsIn(context.language).file.check
  return (
    <dl className="answers">
      {answersOf(page.values, context.language).map(({ name, value, step }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value || words.empty}</dd>
          <dd className="change">
            <button type="submit" className="link" form="back" name="go" value={step}>
              {words.change}
              <span className="unseen"> {name}</span>
            </button>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function answersOf(values: FilingValues, language: Language): Answer[] {
  const { check: words, what, who } = wordsIn(language).file
  const known = Object.entries(kindLabels).find(([kind]) => kind === values.kind)?.[1]
  return [
    { name: words.what, value: values.text, step: 'what' },
    { name: words.kind, value: known ? say(known, language) : what.kindNone, step: 'what' },
    { name: words.where, value: values.place, step: 'where' },
    { name: words.name, value: values.name, step: 'who' },
    { name: words.phone, value: values.phone, step: 'who' },
    { name: words.whoFor, value: values.behalf === 'other' ? values.onBehalfOf : who.self, step: 'who' },
    ...(values.hidden ? [{ name: words.hidden, value: words.yes, step: 'who' as const }] : []),
  ]
}

/** Photos are asked last: a browser forgets chosen files on every other page. */
export function PhotoField({ context }: { context: PortalContext }) {
  const { check: words, optional } = wordsIn(context.language).file
  return (
    <div className="field">
      <label htmlFor="photos">
        {words.photos} <span className="optional">({optional})</span>
      </label>
      <p className="hint" id="photos-hint">
        {words.photosHint(photoLimit)}
      </p>
      <input
        type="file"
        id="photos"
        name="photos"
        accept="image/*"
        multiple
        data-max={photoLimit}
        aria-describedby="photos-hint"
      />
    </div>
  )
}
