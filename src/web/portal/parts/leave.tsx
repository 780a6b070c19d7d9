import type { Language } from '../pages.ts'
import { wordsIn } from '../words.ts'

/** Ends what was proved: on a borrowed phone nobody else reads on. */
export function Leave({ language }: { language: Language }) {
  const words = wordsIn(language).mine
  return (
    <form className="leave no-print" action="/mine/leave" method="post">
      <p>{words.leaveWhy}</p>
      <button type="submit" className="plain">
        {words.leave}
      </button>
    </form>
  )
}
