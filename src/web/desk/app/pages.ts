import { type AdminSection, firstSection } from '../admin/sections.ts'
import { holds, type Me } from './me.ts'

interface Page {
  readonly to: '/work' | '/intake' | '/cases' | '/supervision' | AdminSection['to']
  readonly name: 'work' | 'intake' | 'find' | 'supervision' | 'admin'
  readonly forPosts: (me: Me) => boolean
}

const workRoles = [
  'agent',
  'dispatcher',
  'handler',
  'communityWorker',
  'supervisor',
  'reviewer',
  'leader',
  'confidential',
] as const

/** Whether the person handles cases at all; the three administrators do not. */
export const works = (me: Me): boolean => holds(me, ...workRoles)

/** The pages of the frame, in the order of a working day. The server decides again what each shows. */
const pages: readonly Page[] = [
  { to: '/work', name: 'work', forPosts: works },
  { to: '/intake', name: 'intake', forPosts: (me) => holds(me, 'agent', 'dispatcher') },
  { to: '/cases', name: 'find', forPosts: works },
  { to: '/supervision', name: 'supervision', forPosts: (me) => holds(me, 'supervisor', 'leader', 'dispatcher') },
]

/** The pages that this person may go to; the last one leads to what they administer. */
export function pagesOf(me: Me): Omit<Page, 'forPosts'>[] {
  const section = firstSection(me)
  return [
    ...pages.filter((page) => page.forPosts(me)),
    ...(section ? [{ to: section.to, name: 'admin' as const }] : []),
  ]
}
