import type { Language } from '../pages.ts'
import { wordsIn } from '../words.ts'

/** The three doors of the portal, in the order in which people need them. */
export const doorPaths = { file: '/file', follow: '/follow', guide: '/guide' } as const

const signs: Record<keyof typeof doorPaths, string> = {
  file: 'M10 38v-6L31 11l6 6-21 21zM27 15l6 6',
  follow: 'M21 34a13 13 0 1 0 0-26 13 13 0 0 0 0 26zM31 31l9 9M21 14v8l5 3',
  guide: 'M24 13c-4-3-9-4-15-4v27c6 0 11 1 15 4 4-3 9-4 15-4V9c-6 0-11 1-15 4zv27',
}

/** The doors as three large cards, each a link with its one sentence. */
export function Doors({ language }: { language: Language }) {
  const words = wordsIn(language)
  const doors = Object.entries(doorPaths) as [keyof typeof doorPaths, string][]
  return (
    <nav aria-label={words.layout.doors}>
      <ul className="doors">
        {doors.map(([door, path]) => (
          <li key={door} className={`door door-${door}`}>
            <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">
              <path d={signs[door]} />
            </svg>
            <div>
              <a href={path}>{words.home.doors[door].name}</a>
              <p>{words.home.doors[door].says}</p>
            </div>
          </li>
        ))}
      </ul>
    </nav>
  )
}
