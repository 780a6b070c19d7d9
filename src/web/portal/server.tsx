import { renderToStaticMarkup } from 'react-dom/server'
import { Layout } from './layout.tsx'
import { contentOf } from './pages/content.tsx'
import type { PortalContext, PortalPage } from './pages.ts'

export { assetsOf } from './assets.ts'
export { beginFiling, readFiling } from './filing.ts'
export { beginFollowing, readFollowing } from './following.ts'
export { readCode, readPhone } from './following-phone.ts'
export { readRating } from './rating.ts'

/** A page of the portal as a whole HTML document. It reads nothing but its two arguments. */
export function render(page: PortalPage, context: PortalContext): string {
  const { title, body } = contentOf(page, context)
  const document = (
    <Layout title={title} page={page} context={context}>
      {body}
    </Layout>
  )
  return `<!doctype html>\n${renderToStaticMarkup(document)}`
}
