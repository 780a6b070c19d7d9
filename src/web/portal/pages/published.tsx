import type { PortalContext } from '../pages.ts'
import { PublicationList } from '../parts/publication-list.tsx'
import { wordsIn } from '../words.ts'
import type { Content, Data } from './content.tsx'

/** Answered requests, redacted, newest first, found by words. @rule H14 */
export function publishedPage(page: Data<'published'>, context: PortalContext): Content {
  const words = wordsIn(context.language).published
  const none = page.q === '' ? words.empty : words.none
  return {
    title: words.title,
    body: (
      <>
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <SearchForm q={page.q} context={context} />
        {page.q !== '' && <h2>{words.found(page.q)}</h2>}
        {page.rows.length === 0 ? (
          <p>{none}</p>
        ) : (
          <PublicationList rows={page.rows} language={context.language} level={page.q === '' ? 2 : 3} />
        )}
        <p className="walk">
          {page.later && <a href={addressOf(page.q, null)}>{words.newest}</a>}
          {page.next !== null && <a href={addressOf(page.q, page.next)}>{words.older}</a>}
        </p>
      </>
    ),
  }
}

function SearchForm({ q, context }: { q: string; context: PortalContext }) {
  const words = wordsIn(context.language).published
  return (
    <search>
      <form className="search" action="/published" method="get">
        <div className="field">
          <label htmlFor="q">{words.search}</label>
          <p className="hint" id="q-hint">
            {words.searchHint}
          </p>
          <input type="search" id="q" name="q" defaultValue={q} maxLength={100} aria-describedby="q-hint" />
        </div>
        <button type="submit">{words.submit}</button>
      </form>
    </search>
  )
}

function addressOf(q: string, before: number | null): string {
  const query = new URLSearchParams({ ...(q !== '' && { q }), ...(before !== null && { before: String(before) }) })
  return query.size > 0 ? `/published?${query}` : '/published'
}
