import type { ReactNode } from 'react'
import type { PortalContext, PortalPage } from './pages.ts'
import { Bridge } from './parts/bridge.tsx'
import { DoorLinks } from './parts/door-links.tsx'
import { Emergencies, Phones } from './parts/phones.tsx'
import { Settings } from './parts/settings.tsx'
import { wordsIn } from './words.ts'

interface LayoutProps {
  readonly title: string
  readonly page: PortalPage
  readonly context: PortalContext
  readonly children: ReactNode
}

/** The frame of every page: who we are, the phone numbers, the way to the three doors, and the page itself. */
export function Layout({ title, page, context, children }: LayoutProps) {
  const words = wordsIn(context.language)
  const service = `${words.layout.service} · ${words.layout.of(context.districtName)}`
  return (
    <html lang={context.language === 'en' ? 'en' : 'zh-CN'} className={context.elder ? 'elder' : undefined}>
      <Head title={page.page === 'home' ? service : `${title} – ${service}`} context={context} />
      <body data-page={page.page}>
        <a className="skip" href="#main">
          {words.layout.skip}
        </a>
        <header className="top">
          <div className="wide">
            <a className="brand" href="/">
              <Bridge />
              <span>
                <strong>{words.layout.service}</strong>{' '}
                <span className="of">{words.layout.of(context.districtName)}</span>
              </span>
            </a>
            <Settings context={context} />
          </div>
        </header>
        <Phones context={context} />
        {page.page !== 'home' && <DoorLinks page={page} context={context} />}
        <main id="main" tabIndex={-1} className={page.page === 'home' ? 'wide' : 'wide narrow'}>
          {children}
        </main>
        <Foot context={context} />
      </body>
    </html>
  )
}

function Head({ title, context }: { title: string; context: PortalContext }) {
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="theme-color" content="#1a5fb4" />
      <meta name="format-detection" content="telephone=no" />
      <title>{title}</title>
      <link rel="icon" href="/portal/icon.svg" type="image/svg+xml" />
      {context.scripts.styles.map((address) => (
        <link key={address} rel="stylesheet" href={address} />
      ))}
      {context.scripts.modules.map((address) => (
        <script key={address} type="module" src={address} />
      ))}
    </head>
  )
}

function Foot({ context }: { context: PortalContext }) {
  const words = wordsIn(context.language)
  return (
    <footer className="foot">
      <div className="wide">
        <Emergencies context={context} />
        <nav aria-label={words.layout.about}>
          <ul className="foot-links">
            <li>
              <a href="/published">{words.layout.published}</a>
            </li>
            <li>
              <a href="/figures">{words.layout.figures}</a>
            </li>
          </ul>
        </nav>
        <p>{words.layout.noAccount}</p>
      </div>
    </footer>
  )
}
