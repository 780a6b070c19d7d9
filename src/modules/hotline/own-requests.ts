import { sql } from 'kysely'
import { type Engine, numberOf } from '#kernel/cases'
import type { Actor } from '#kernel/identity'
import type { QueryOf, ResponseOf } from '#platform/contract'
import type { listOwnRequests } from './contract.ts'
import { requestType } from './request-type.ts'

interface Row {
  readonly id: number
  readonly title: string
  readonly state: string
  readonly received_at: Date
  readonly rated: boolean
}

/** The cases that the resident has proved to be theirs, newest first. */
export async function ownRequests(
  engine: Engine,
  { scope }: Pick<Actor, 'scope'>,
  { before, limit = 20 }: QueryOf<typeof listOwnRequests>,
): Promise<ResponseOf<typeof listOwnRequests>> {
  // A person has few cases: they are found first and sorted then, so that nobody walks through all of the district's.
  const { rows } = await engine.database.as('portal', scope, (tx) =>
    sql<Row>`with own as materialized (
        select id, title, state, received_at, coalesce((fields ->> 'rated')::boolean, false) as rated from cases
        where district_id = app_district()
          and (requester_id = any (${[...(scope.persons ?? [])]}::bigint[]) or id = ${scope.receiptCase ?? 0}))
      select * from own where id < ${before ?? Number.MAX_SAFE_INTEGER} order by id desc limit ${limit}`.execute(tx),
  )
  return { rows: rows.map(view), next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null }
}

const view = ({ id, title, state, received_at, rated }: Row) => ({
  id,
  number: numberOf(id),
  title,
  stateLabel: requestType.states[state]?.label ?? { zh: state },
  receivedAt: received_at.toISOString(),
  mayRate: !rated && (requestType.verbs.rate?.from.includes(state) ?? false),
})
