import type { PortalContext } from '../pages.ts'
import { wordsIn } from '../words.ts'
import type { Content, Data } from './content.tsx'

/** Thanks, and what the rating leads to. */
export function ratedPage(page: Data<'rated'>, { language }: PortalContext): Content {
  const { rating: words, case: of } = wordsIn(language)
  return {
    title: words.thanks,
    body: (
      <>
        <h1>{words.thanks}</h1>
        <p className="facts">
          {of.number} {page.number}
        </p>
        <p className="lead">{words.thanksText}</p>
        <p>
          <a className="button" href="/">
            {words.back}
          </a>
        </p>
      </>
    ),
  }
}
