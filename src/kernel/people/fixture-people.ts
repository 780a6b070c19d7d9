import { randomBytes } from 'node:crypto'
import { afterAll } from 'vitest'
import { type Actor, loadActor } from '#kernel/identity'
import { settableClock } from '#platform/clock'
import { Vault } from '#platform/crypto'
import { Database, type PoolName, type Scope } from '#platform/database'
import { type CastStaff, plantCast } from '#test/cast'
import { testDatabase } from '#test/database'
import type { PeopleWork } from './work.ts'

const secret = () => randomBytes(32).toString('base64')

/** The cast's district with a vault, and each member of staff at work in it. */
export async function peopleOfCast() {
  const { ownerUrl, urls } = await testDatabase()
  const cast = await plantCast(ownerUrl)
  const other = await plantCast(ownerUrl, 2)
  const database = new Database(urls, 3)
  afterAll(() => database.close())
  const clock = settableClock('2026-03-02T01:00:00Z')
  const vault = new Vault({ keys: { a: secret() }, currentKey: 'a', lookupKey: secret() })
  const actorOf = (who: CastStaff, { district, staff } = cast) =>
    loadActor(database, { district, staffId: staff[who] }, clock, 'zh')
  const runAs = <T>(role: PoolName, actor: Actor, scope: Scope, verb: (work: PeopleWork) => Promise<T>) =>
    database.as(role, scope, (tx) => verb({ tx, vault, actor, at: clock.now() }))
  const as = async <T>(who: CastStaff, verb: (work: PeopleWork) => Promise<T>, of = cast) => {
    const actor = await actorOf(who, of)
    return await runAs('staff', actor, actor.scope, verb)
  }
  const asResident = <T>(persons: number[], verb: (work: PeopleWork) => Promise<T>) => {
    const scope = { district: cast.district, persons }
    const actor: Actor = {
      kind: 'resident',
      id: null,
      district: cast.district,
      name: { zh: '居民' },
      posts: [],
      scope,
      language: 'zh',
    }
    return runAs('portal', actor, scope, verb)
  }
  return { ownerUrl, cast, other, database, clock, vault, actorOf, as, asResident }
}
