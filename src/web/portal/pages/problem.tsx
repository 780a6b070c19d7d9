import type { PortalContext } from '../pages.ts'
import { wordsIn } from '../words.ts'
import type { Content, Data } from './content.tsx'

/** What went wrong and what to do: the refusal's own sentence, no codes. */
export function problemPage(page: Data<'problem'>, { language }: PortalContext): Content {
  const words = wordsIn(language).problem
  const title = page.status === 404 ? words.notFound : words.title
  return {
    title,
    body: (
      <>
        <h1>{title}</h1>
        <p className="lead">{page.sentence}</p>
        <p>{words.back}</p>
        <p>
          <a className="button" href="/">
            {words.home}
          </a>
        </p>
      </>
    ),
  }
}
