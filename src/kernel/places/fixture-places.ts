import { afterAll } from 'vitest'
import { loadActor } from '#kernel/identity'
import { settableClock } from '#platform/clock'
import { Database } from '#platform/database'
import { type CastStaff, plantCast } from '#test/cast'
import { testDatabase } from '#test/database'
import type { PlaceWork } from './add-place.ts'

/** The cast's district before any place is known, and its staff at work. */
export async function placesOfCast() {
  const { ownerUrl, urls } = await testDatabase()
  const cast = await plantCast(ownerUrl)
  const other = await plantCast(ownerUrl, 2)
  const database = new Database(urls, 3)
  afterAll(() => database.close())
  const clock = settableClock('2026-03-02T01:00:00Z')
  const actorOf = (who: CastStaff, { district, staff } = cast) =>
    loadActor(database, { district, staffId: staff[who] }, clock, 'zh')
  const as = async <T>(who: CastStaff, verb: (work: PlaceWork) => Promise<T>, of = cast) => {
    const actor = await actorOf(who, of)
    return await database.as('staff', actor.scope, (tx) => verb({ tx, actor, at: clock.now() }))
  }
  return { ownerUrl, cast, other, database, clock, actorOf, as }
}
