import type { FastifyInstance } from 'fastify'
import type { Tx } from '#platform/database'
import { handle } from '#platform/http'
import { once } from '#platform/idempotency'
import { type Actor, actorKey } from './actor.ts'
import {
  createStaffRoute,
  endPostRoute,
  endStaffRoute,
  grantPostRoute,
  listStaffRoute,
  resetLogInRoute,
  showStaff,
} from './contract.ts'
import { createStaff } from './create-staff.ts'
import { endPost } from './end-post.ts'
import { endStaff } from './end-staff.ts'
import { grantPost } from './grant-post.ts'
import { resetLogIn } from './reset-log-in.ts'
import type { IdentityHouse } from './routes.ts'
import { getStaff, listStaff, type Staff } from './staff.ts'
import { districtDate } from './units.ts'

type Found = Omit<Staff, 'posts'> & { posts: Staff['posts'][number][] }

const PAGE = 50

/** Who works here: read by all, accounts kept by the system administrator, posts by the security administrator. */
export function addStaffRoutes(app: FastifyInstance, { database, clock, login }: IdentityHouse): void {
  const within = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => database.as('staff', actor.scope, work)
  const today = (tx: Tx) => districtDate(tx, clock.now())
  const show = async (tx: Tx, id: number) => (await getStaff(tx, id, await today(tx))) as Found

  handle(app, listStaffRoute, async ({ actor, query }) =>
    within(actor, async (tx) => ({
      staff: (await listStaff(tx, await today(tx), { ...query, limit: query.limit ?? PAGE })) as Found[],
    })),
  )
  handle(app, showStaff, async ({ actor, params }) => within(actor, (tx) => show(tx, params.id)))
  handle(app, createStaffRoute, async ({ actor, body, idempotency }) =>
    within(actor, (tx) =>
      once(tx, actorKey(actor), idempotency, clock.now(), async () =>
        show(tx, await createStaff(tx, actor, login, body, clock)),
      ),
    ),
  )
  handle(app, endStaffRoute, async ({ actor, params, body, seenVersion }) =>
    within(actor, async (tx) => {
      await endStaff(tx, actor, login, { staff: params.id, from: body.from, seenVersion }, clock)
      return show(tx, params.id)
    }),
  )
  handle(app, resetLogInRoute, async ({ actor, params, body, seenVersion }) =>
    within(actor, async (tx) => {
      await resetLogIn(tx, actor, login, { staff: params.id, password: body.password, seenVersion }, clock)
      return show(tx, params.id)
    }),
  )
  handle(app, grantPostRoute, async ({ actor, params, body, idempotency }) =>
    within(actor, (tx) =>
      once(tx, actorKey(actor), idempotency, clock.now(), async () => {
        await grantPost(tx, actor, { ...body, staff: params.id }, clock)
        return show(tx, params.id)
      }),
    ),
  )
  handle(app, endPostRoute, async ({ actor, params, body, seenVersion }) =>
    within(actor, async (tx) => {
      await endPost(tx, actor, { staff: params.id, post: params.post, from: body.from, seenVersion }, clock)
      return show(tx, params.id)
    }),
  )
}
