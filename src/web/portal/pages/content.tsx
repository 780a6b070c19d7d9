import type { ReactNode } from 'react'
import type { PortalContext, PortalPage } from '../pages.ts'
import { casePage } from './case.tsx'
import { codePage } from './code.tsx'
import { figuresPage } from './figures.tsx'
import { filePage } from './file.tsx'
import { filedPage } from './filed.tsx'
import { followPage } from './follow.tsx'
import { guidePage } from './guide.tsx'
import { homePage } from './home.tsx'
import { minePage } from './mine.tsx'
import { problemPage } from './problem.tsx'
import { publicationPage } from './publication.tsx'
import { publishedPage } from './published.tsx'
import { ratedPage } from './rated.tsx'

export interface Content {
  readonly title: string
  readonly body: ReactNode
}

/** The data of one page, by its name. */
export type Data<Name extends PortalPage['page']> = Extract<PortalPage, { page: Name }>

type Pages = { [Name in PortalPage['page']]: (page: Data<Name>, context: PortalContext) => Content }

const pages: Pages = {
  home: homePage,
  file: filePage,
  filed: filedPage,
  follow: followPage,
  code: codePage,
  mine: minePage,
  case: casePage,
  rated: ratedPage,
  published: publishedPage,
  publication: publicationPage,
  figures: figuresPage,
  guide: guidePage,
  problem: problemPage,
}

/** Title and body of a page. */
export function contentOf<Name extends PortalPage['page']>(page: Data<Name>, context: PortalContext): Content {
  const build = pages[page.page as Name] as (page: Data<Name>, context: PortalContext) => Content
  return build(page, context)
}
