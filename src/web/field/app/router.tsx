import { createRootRoute, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router'
import { Failure } from '#kit'
import { LoginPage } from '../login/login-page.tsx'
import { MePage } from '../me/me-page.tsx'
import { outbox } from '../outbox/line.ts'
import { OutboxPage } from '../outbox/outbox-page.tsx'
import { Waiting } from '../parts/states.tsx'
import { TaskPage } from '../task/task-page.tsx'
import { VerbPage } from '../task/verb-page.tsx'
import { TasksPage } from '../tasks/tasks-page.tsx'
import { Broken, NoSuchPage } from './broken.tsx'
import { Frame } from './frame.tsx'
import { meQuery } from './me.ts'
import type { Queue } from './places.tsx'
import { reading } from './reading.ts'

const root = createRootRoute({ component: Outlet, errorComponent: Broken, notFoundComponent: NoSuchPage })

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } =>
    typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {},
  component: LoginPage,
})

/** Everything inside the frame belongs to somebody: logged in now, or the last one here while there is no network. */
const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  beforeLoad: async ({ location }) => {
    try {
      const { value } = await reading.ensureQueryData(meQuery)
      await outbox.open(value.id)
      void outbox.flush()
    } catch (error) {
      if (error instanceof Failure && (error.status === 401 || error.status === 0))
        throw redirect({ to: '/login', search: location.pathname === '/' ? {} : { next: location.pathname } })
      throw error
    }
  },
})

const tasks = createRoute({
  getParentRoute: () => frame,
  path: '/',
  validateSearch: ({ queue }: Record<string, unknown>): { queue?: Queue } => (queue === 'mine' ? { queue } : {}),
  component: TasksPage,
})

const task = createRoute({ getParentRoute: () => frame, path: '/cases/$id', component: TaskPage })
const verb = createRoute({ getParentRoute: () => frame, path: '/cases/$id/$verb', component: VerbPage })
const waiting = createRoute({ getParentRoute: () => frame, path: '/outbox', component: OutboxPage })
const me = createRoute({ getParentRoute: () => frame, path: '/me', component: MePage })

/** Every page of the field has an address. */
export const router = createRouter({
  routeTree: root.addChildren([login, frame.addChildren([tasks, task, verb, waiting, me])]),
  basepath: '/field',
  defaultPendingComponent: Waiting,
  defaultPendingMs: 200,
  defaultErrorComponent: Broken,
  scrollRestoration: true,
  scrollToTopSelectors: ['[data-scroll-restoration-id="page"]'],
})
