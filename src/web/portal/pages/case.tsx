import type { ReactNode } from 'react'
import type { PublicCaseView } from '#contract/hotline'
import { exactMoment } from '#kit/when'
import type { Language, PortalContext } from '../pages.ts'
import { Facts } from '../parts/facts.tsx'
import { Leave } from '../parts/leave.tsx'
import { Photos } from '../parts/photos.tsx'
import { RatingForm, RatingProblems } from '../parts/rating-form.tsx'
import { say, wordsIn } from '../words.ts'
import type { Content, Data } from './content.tsx'

/** A requester's own case, read like a letter: where it stands, what is owed until when, the reply, what happened. */
export function casePage(page: Data<'case'>, context: PortalContext): Content {
  const { language } = context
  const { case: words, layout } = wordsIn(language)
  const { view } = page
  const wrong = (page.rating?.problems.length ?? 0) > 0
  return {
    title: wrong ? layout.problemTitle + view.title : view.title,
    body: (
      <>
        <RatingProblems page={page} language={language} />
        <p className="state">{say(view.stateLabel, language)}</p>
        <h1 lang="zh-CN">{view.title}</h1>
        <Facts facts={factsOf(view, language)} />
        <h2>{words.reply}</h2>
        {view.reply === null ? <p>{words.replyNone}</p> : <p className="letter reply">{view.reply}</p>}
        {view.mayRate && <RatingForm page={page} language={language} />}
        {view.rated && <p>{words.rated}</p>}
        <h2>{words.request}</h2>
        <p className="letter">{view.text}</p>
        <Photos title={words.photosSent} files={view.files.filter(({ first }) => first)} language={language} />
        <h2>{words.steps}</h2>
        <Steps view={view} language={language} />
        <Photos title={words.photosAdded} files={view.files.filter(({ first }) => !first)} language={language} />
        <p className="no-print">{words.urge}</p>
        <p className="with-script no-print">
          <button type="button" className="plain" data-act="print">
            {words.print}
          </button>
        </p>
        {page.several && (
          <p className="no-print">
            <a className="onward" href="/mine">
              {words.all}
            </a>
          </p>
        )}
        <Leave language={language} />
      </>
    ),
  }
}

function factsOf(view: PublicCaseView, language: Language) {
  const words = wordsIn(language).case
  const known: (readonly [string, ReactNode])[] = [
    [words.number, view.number],
    [words.received, exactMoment(view.receivedAt, language)],
    [words.lead, view.lead ? say(view.lead, language) : words.leadNone],
  ]
  // After the reply no limit runs, and saying so would only puzzle.
  if (view.reply !== null && view.dueAt === null) return known
  return [...known, [words.due, <Due key="due" view={view} language={language} />] as const]
}

function Due({ view, language }: { view: PublicCaseView; language: Language }) {
  const words = wordsIn(language).case
  if (view.dueAt === null) return words.dueNone
  return (
    <>
      {exactMoment(view.dueAt, language)}
      {view.remaining && <strong className="remaining"> {view.remaining}</strong>}
      {view.deadline.length > 0 && (
        <details>
          <summary>{words.why}</summary>
          <ul>
            {view.deadline.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Steps({ view, language }: { view: PublicCaseView; language: Language }) {
  return (
    <ol className="path">
      {view.steps.map((step) => (
        <li key={`${step.at} ${step.label.zh}`}>
          <strong>{say(step.label, language)}</strong>
          <p className="facts">
            {[exactMoment(step.at, language), step.unit && say(step.unit, language)].filter(Boolean).join(' · ')}
          </p>
          {step.text && <p className="letter">{step.text}</p>}
        </li>
      ))}
    </ol>
  )
}
