import type { FastifyInstance } from 'fastify'
import { type Clock, dateOf } from '#platform/clock'
import type { Database, Tx } from '#platform/database'
import { type CallActor, handle } from '#platform/http'
import { once } from '#platform/idempotency'
import { changeSetting } from './change-setting.ts'
import * as contract from './contract.ts'
import { refuseSetting } from './refusals.ts'
import { ruleAt, ruleHistory, rulesAt } from './rules.ts'

/** What the rules' routes work with; who people are is said by a part that stands on this one. */
export interface SettingHouse {
  readonly database: Database
  readonly clock: Clock
  /** Lets only who keeps the rules pass. @throws Refusal naming whom to ask */
  readonly permit: (actor: CallActor) => void
  readonly keyOf: (actor: CallActor) => string
}

/** Adds the routes by which staff read the rules and the system administrator changes the district's own. */
export function addSettingRoutes(app: FastifyInstance, { database, clock, permit, keyOf }: SettingHouse): void {
  const asStaff = <T>(actor: CallActor, work: (tx: Tx) => Promise<T>) => database.as('staff', actor.scope, work)

  handle(app, contract.listRules, ({ actor, query }) =>
    asStaff(actor, async (tx) => {
      const on = query.on ?? dateOf(clock.now())
      return { on, rules: (await rulesAt(tx, query.prefix ?? '', on)).map(shown) }
    }),
  )
  handle(app, contract.readRuleHistory, ({ actor, params }) =>
    asStaff(actor, async (tx) => {
      const values = await ruleHistory(tx, params.key)
      if (values.length === 0) throw refuseSetting('settings.unknown', { key: params.key })
      return { values: values.map(shown) }
    }),
  )
  handle(app, contract.changeRule, async ({ actor, body, idempotency }) => {
    permit(actor)
    const at = clock.now()
    return await asStaff(actor, (tx) =>
      once(tx, keyOf(actor), idempotency, at, async () => {
        await changeSetting(tx, actor, { ...body, at })
        return shown(await ruleAt(tx, body.key, body.from))
      }),
    )
  })
}

const shown = ({ choices, ...rule }: Awaited<ReturnType<typeof ruleAt>>) => ({
  ...rule,
  choices: choices && [...choices],
})
