import type { PortalContext, PortalPage } from '../pages.ts'
import { wordsIn } from '../words.ts'
import { doorPaths } from './doors.tsx'

const doorOf: Partial<Record<PortalPage['page'], keyof typeof doorPaths>> = {
  file: 'file',
  filed: 'file',
  follow: 'follow',
  code: 'follow',
  mine: 'follow',
  case: 'follow',
  rated: 'follow',
  guide: 'guide',
}

/** The way to the three doors from every other page; in elder mode only the way home. */
export function DoorLinks({ page, context }: { page: PortalPage; context: PortalContext }) {
  const words = wordsIn(context.language)
  const doors = Object.entries(doorPaths) as [keyof typeof doorPaths, string][]
  // One way back is easier to find than three ways on.
  if (context.elder)
    return (
      <nav className="door-links" aria-label={words.layout.doors}>
        <div className="wide">
          <a href="/">{words.problem.home}</a>
        </div>
      </nav>
    )
  return (
    <nav className="door-links" aria-label={words.layout.doors}>
      <ul className="wide">
        {doors.map(([door, path]) => (
          <li key={door}>
            <a href={path} aria-current={doorOf[page.page] === door ? 'page' : undefined}>
              {words.home.doors[door].name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
