import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { Failure } from '#kit'
import { firstSection } from '../admin/sections.ts'
import { Waiting } from '../parts/states.tsx'
import { readTaskSearch } from '../work/task-search.ts'
import { Broken, NoSuchPage } from './broken.tsx'
import { Frame } from './frame.tsx'
import { meQuery } from './me.ts'
import { works } from './pages.ts'
import { reading } from './reading.ts'

const root = createRootRoute({ component: Outlet, errorComponent: Broken, notFoundComponent: NoSuchPage })

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
const id = (value: unknown) => (Number.isSafeInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined)

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } => ({ next: text(next) }),
  component: lazyRouteComponent(() => import('../login/login-page.tsx'), 'LoginPage'),
})

/** Everything inside the frame belongs to somebody who is logged in. */
const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  beforeLoad: async ({ location }) => {
    try {
      await reading.ensureQueryData(meQuery)
    } catch (error) {
      if (error instanceof Failure && error.status === 401)
        throw redirect({ to: '/login', search: { next: location.href } })
      throw error
    }
  },
})

const start = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: async () => {
    const me = await reading.ensureQueryData(meQuery)
    throw redirect(works(me) ? { to: '/work', search: {} } : { to: firstSection(me)?.to ?? '/me' })
  },
})

const work = createRoute({
  getParentRoute: () => frame,
  path: '/work',
  validateSearch: readTaskSearch,
  component: lazyRouteComponent(() => import('../work/work-page.tsx'), 'WorkPage'),
})

const intake = createRoute({
  getParentRoute: () => frame,
  path: '/intake',
  validateSearch: ({ phone, person }: Record<string, unknown>): { phone?: string; person?: number } => ({
    phone: text(phone === undefined ? phone : String(phone)),
    person: id(person),
  }),
  component: lazyRouteComponent(() => import('../intake/intake-page.tsx'), 'IntakePage'),
})

const oneCase = createRoute({
  getParentRoute: () => frame,
  path: '/cases/$id',
  component: lazyRouteComponent(() => import('../case/case-page.tsx'), 'CasePage'),
})

const find = createRoute({
  getParentRoute: () => frame,
  path: '/cases',
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } => ({
    q: text(q === undefined ? q : String(q)),
  }),
  component: lazyRouteComponent(() => import('../find/find-page.tsx'), 'FindPage'),
})

const supervision = createRoute({
  getParentRoute: () => frame,
  path: '/supervision',
  component: lazyRouteComponent(() => import('../supervision/supervision-page.tsx'), 'SupervisionPage'),
})

const me = createRoute({
  getParentRoute: () => frame,
  path: '/me',
  component: lazyRouteComponent(() => import('../me/me-page.tsx'), 'MePage'),
})

const admin = createRoute({
  getParentRoute: () => frame,
  path: '/admin',
  component: lazyRouteComponent(() => import('../admin/admin-page.tsx'), 'AdminPage'),
})

const adminPages = [
  createRoute({
    getParentRoute: () => admin,
    path: '/staff',
    component: lazyRouteComponent(() => import('../admin/staff/staff-page.tsx'), 'StaffPage'),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/units',
    component: lazyRouteComponent(() => import('../admin/units/units-page.tsx'), 'UnitsPage'),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/rules',
    component: lazyRouteComponent(() => import('../admin/rules/rules-page.tsx'), 'RulesPage'),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/calendar',
    component: lazyRouteComponent(() => import('../admin/calendar/calendar-page.tsx'), 'CalendarPage'),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/imports',
    component: lazyRouteComponent(() => import('../admin/imports/imports-page.tsx'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/troubles',
    component: lazyRouteComponent(() => import('../admin/troubles/troubles-page.tsx'), 'TroublesPage'),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/audit',
    component: lazyRouteComponent(() => import('../admin/audit/audit-page.tsx'), 'AuditPage'),
  }),
] as const

/** Every page of the desk has an address, its filters included. */
export const router = createRouter({
  routeTree: root.addChildren([
    login,
    frame.addChildren([start, work, intake, oneCase, find, supervision, me, admin.addChildren(adminPages)]),
  ]),
  basepath: '/desk',
  defaultPreload: 'intent',
  defaultPendingComponent: Waiting,
  defaultPendingMs: 200,
  defaultErrorComponent: Broken,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
