import { holds, type Me } from '../app/me.ts'

export interface AdminSection {
  readonly to: `/admin/${AdminSection['name']}`
  readonly name: 'staff' | 'units' | 'rules' | 'calendar' | 'imports' | 'troubles' | 'audit'
  readonly forPosts: (me: Me) => boolean
}

/** What may be administered by which posts; the server decides again at every step. */
export const adminSections: readonly AdminSection[] = [
  { to: '/admin/staff', name: 'staff', forPosts: (me) => holds(me, 'systemAdministrator', 'securityAdministrator') },
  { to: '/admin/units', name: 'units', forPosts: (me) => holds(me, 'systemAdministrator') },
  { to: '/admin/rules', name: 'rules', forPosts: (me) => holds(me, 'systemAdministrator', 'leader', 'supervisor') },
  {
    to: '/admin/calendar',
    name: 'calendar',
    forPosts: (me) => holds(me, 'systemAdministrator', 'leader', 'supervisor'),
  },
  {
    to: '/admin/imports',
    name: 'imports',
    forPosts: (me) => holds(me, 'systemAdministrator', 'dispatcher', 'supervisor', 'leader', 'handler'),
  },
  { to: '/admin/troubles', name: 'troubles', forPosts: (me) => holds(me, 'systemAdministrator') },
  { to: '/admin/audit', name: 'audit', forPosts: (me) => holds(me, 'auditAdministrator') },
]

/** The first section that this person may administer, if any. */
export const firstSection = (me: Me) => adminSections.find((section) => section.forPosts(me))
