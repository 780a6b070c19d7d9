import type { ReactNode } from 'react'
import type { FilePage, FilingStep, FilingValues, PortalContext } from '../pages.ts'
import { filingSteps } from '../pages.ts'
import { CheckStep, PhotoField } from '../parts/check-step.tsx'
import { WhatStep, WhereStep, WhoStep } from '../parts/filing-steps.tsx'
import { Carried, ErrorSummary, Trap } from '../parts/form.tsx'
import { wordsIn } from '../words.ts'
import type { Content } from './content.tsx'

const steps: Record<FilingStep, (page: FilePage, context: PortalContext) => ReactNode> = {
  what: (page, context) => <WhatStep page={page} context={context} />,
  where: (page, context) => <WhereStep page={page} context={context} />,
  who: (page, context) => <WhoStep page={page} context={context} />,
  check: (page, context) => <CheckStep page={page} context={context} />,
}

const asked: Record<FilingStep, readonly (keyof FilingValues)[]> = {
  what: ['text', 'kind'],
  where: ['place'],
  who: ['behalf', 'onBehalfOf', 'name', 'phone', 'hidden'],
  check: [],
}

/** Filing a request, one question a page; every page carries what was said so far, so it works without script. */
export function filePage(page: FilePage, context: PortalContext): Content {
  const { file: words, layout } = wordsIn(context.language)
  const title = words[page.step].title
  return {
    title: page.problems.length > 0 ? layout.problemTitle + title : title,
    body: (
      <>
        <form
          id="filing"
          action="/file"
          method="post"
          noValidate
          encType={page.step === 'check' ? 'multipart/form-data' : undefined}
          data-draft="file"
          data-sending={words.sending}
        >
          <ErrorSummary title={words.summary} problems={page.problems} />
          <p className="facts">{words.step(filingSteps.indexOf(page.step) + 1, filingSteps.length)}</p>
          <h1>{title}</h1>
          <Carried values={carriedBy(page)} />
          {steps[page.step](page, context)}
          {page.step === 'check' && <PhotoField context={context} />}
          {page.step === 'check' && <Trap />}
          <button type="submit">{page.step === 'check' ? words.check.submit : words.next}</button>
        </form>
        <BackForm page={page} words={words} />
      </>
    ),
  }
}

function carriedBy(page: FilePage): Record<string, string> {
  const others = Object.entries(page.values).filter(([name]) => !asked[page.step].some((own) => own === name))
  return { step: page.step, key: page.key, ...Object.fromEntries(others) }
}

// Its own form: a field's Enter key must go on, never back, and going back must not send the photos.
function BackForm({ page, words }: { page: FilePage; words: { back: string } }) {
  const before = filingSteps[filingSteps.indexOf(page.step) - 1]
  return (
    <form id="back" className="back" action="/file" method="post">
      <Carried values={{ step: page.step, key: page.key, ...page.values }} />
      {before && (
        <button type="submit" className="plain" name="go" value={before}>
          {words.back}
        </button>
      )}
    </form>
  )
}
