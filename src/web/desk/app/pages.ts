import { holds, type Me } from './me.ts'

interface Page {
  readonly to: '/work' | '/intake' | '/cases' | '/supervision' | '/me'
  readonly name: 'work' | 'intake' | 'find' | 'supervision'
  readonly forPosts: (me: Me) => boolean
}

/** The pages of the frame, in the order of a working day. The server decides again what each shows. */
export const pages: readonly Page[] = [
  { to: '/work', name: 'work', forPosts: () => true },
  { to: '/intake', name: 'intake', forPosts: (me) => holds(me, 'agent', 'dispatcher') },
  { to: '/cases', name: 'find', forPosts: () => true },
  { to: '/supervision', name: 'supervision', forPosts: (me) => holds(me, 'supervisor', 'leader', 'dispatcher') },
]
