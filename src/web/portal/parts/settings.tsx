import type { PortalContext } from '../pages.ts'
import { wordsIn } from '../words.ts'

/** Size of text and language: links that set a cookie and come back here. @rule X18 */
export function Settings({ context }: { context: PortalContext }) {
  const words = wordsIn(context.language).layout
  const back = `back=${encodeURIComponent(context.path)}`
  return (
    <nav className="settings" aria-label={words.settings}>
      <ul>
        <li>
          <a href={`/preferences?elder=${context.elder ? 0 : 1}&${back}`}>
            {context.elder ? words.elderOff : words.elderOn}
          </a>
        </li>
        <li>
          <a
            href={`/preferences?language=${context.language === 'en' ? 'zh' : 'en'}&${back}`}
            lang={words.otherLanguageTag}
            hrefLang={words.otherLanguageTag}
          >
            {words.otherLanguage}
          </a>
        </li>
      </ul>
    </nav>
  )
}
