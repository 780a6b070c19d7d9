import type { PortalContext } from '../pages.ts'
import { wordsIn } from '../words.ts'

const cityNumber = '12345'

/** The numbers to call, always in sight. */
export function Phones({ context }: { context: PortalContext }) {
  const words = wordsIn(context.language).layout
  const numbers = [...new Set([context.hotline, cityNumber])]
  return (
    <aside className="phones" aria-label={words.phones}>
      <div className="wide">
        <ul>
          {numbers.map((number) => (
            <li key={number}>
              <a href={`tel:${number}`}>{words.call(number)}</a>
            </li>
          ))}
        </ul>
        <p>{words.dayAndNight}</p>
      </div>
    </aside>
  )
}

/** Whom to call instead when life or property is in danger. @rule H4 */
export function Emergencies({ context }: { context: PortalContext }) {
  const words = wordsIn(context.language).layout
  const lines = [
    ['119', words.fire],
    ['120', words.ambulance],
    ['110', words.police],
    ['122', words.traffic],
  ] as const
  return (
    <section className="emergencies" aria-label={words.emergencies}>
      <p>{words.emergencies}</p>
      <ul>
        {lines.map(([number, label]) => (
          <li key={number}>
            <a href={`tel:${number}`}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
