import type { PortalContext } from '../pages.ts'
import { wordsIn } from '../words.ts'
import type { Content, Data } from './content.tsx'

/** The receipt: number and code, big, to be written down; the code is not shown again. */
export function filedPage(page: Data<'filed'>, { language }: PortalContext): Content {
  const words = wordsIn(language).filed
  return {
    title: words.title,
    body: (
      <>
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <dl className="slip" id="slip">
          <div>
            <dt>{words.number}</dt>
            <dd className="whole">{page.number}</dd>
          </div>
          <div>
            <dt>{words.receipt}</dt>
            <dd>{page.receipt}</dd>
          </div>
        </dl>
        <p className="with-script no-print">
          <button type="button" className="plain" data-act="copy" data-done={words.copied}>
            {words.copy}
          </button>
          <button type="button" className="plain" data-act="print">
            {words.print}
          </button>
        </p>
        <p>{words.keep}</p>
        <h2>{words.nextTitle}</h2>
        <ol>
          {words.next.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
        <form className="no-print" action="/follow" method="post">
          <input type="hidden" name="number" value={page.number} />
          <input type="hidden" name="receipt" value={page.receipt} />
          <button type="submit">{words.follow}</button>
        </form>
        <p className="no-print">
          <a className="onward" href="/file">
            {words.another}
          </a>
        </p>
      </>
    ),
  }
}
