import fc from 'fast-check'
import { expect, test } from 'vitest'
import { naivelyMay } from '#test/permission/naive-model'
import { type WorldCase, type WorldDistrict, type WorldStaff, worldDistrict } from '#test/permission/world'
import { type Actor, roles } from './actor.ts'
import { allowed, type Grant, may, type Thing } from './may.ts'

/** From the top down, as the database does it: the naive model climbs. */
function subtree(world: WorldDistrict, root: number): Set<number> {
  const found = new Set([root])
  for (const id of found) {
    for (const unit of world.units) if (unit.parent === id || unit.heirs.includes(id)) found.add(unit.id)
  }
  return found
}

function lineage(world: WorldDistrict, heir: number): Set<number> {
  const found = new Set([heir])
  for (const id of found) for (const unit of world.units) if (unit.heirs.includes(id)) found.add(unit.id)
  found.delete(heir)
  return found
}

const actorOf = (world: WorldDistrict, { id, posts }: WorldStaff): Actor => ({
  kind: 'staff',
  id,
  district: world.id,
  name: { zh: '某人' },
  posts: posts.map((post) => ({ ...post, reach: subtree(world, post.unit), inherits: lineage(world, post.unit) })),
  scope: { district: world.id },
  language: 'zh',
})

const thingOf = (world: WorldDistrict, { parties, sealed, requester }: WorldCase): Thing => ({
  district: world.id,
  parties: parties.filter(({ ended }) => !ended),
  seenBy: new Set(parties.filter(({ role }) => role !== 'complained').map(({ unit }) => unit)),
  barred: new Set(parties.filter(({ role }) => role === 'complained').map(({ unit }) => unit)),
  sealed,
  residents: new Set([requester]),
})

const wheres = ['intake', 'holder', 'lead', 'coHandler', 'arbiter', 'anyParty', 'above', 'district'] as const
const grants = fc.array(
  fc.record<Grant>({
    roles: fc.uniqueArray(fc.constantFrom(...roles, 'resident' as const, 'system' as const), {
      minLength: 1,
      maxLength: 6,
    }),
    at: fc.constantFrom(...wheres),
  }),
  { minLength: 1, maxLength: 3 },
)
const purposes = fc.constantFrom(undefined, { words: '' }, { words: ' ' }, { words: '复核' })
const size = { units: 9, staff: 1, cases: 1 }

test('may() is what the naive model says, 10,000 times: no leak, and nothing withheld', () => {
  let permitted = 0
  fc.assert(
    fc.property(
      worldDistrict(1, size),
      worldDistrict(2, size),
      grants,
      purposes,
      fc.boolean(),
      (home, other, verb, purpose, away) => {
        const [person] = home.staff as [WorldStaff]
        const world = away ? other : home
        const [matter] = world.cases as [WorldCase]
        const expected = !away && naivelyMay(world, person, verb, matter, (purpose?.words.trim() ?? '') !== '')
        permitted += Number(expected)
        expect(allowed(may(actorOf(home, person), verb, thingOf(world, matter), purpose))).toBe(expected)
      },
    ),
    { numRuns: 10_000 },
  )
  expect(permitted).toBeGreaterThan(500)
})

test('a post that is named as the permitted one does itself what was asked', () => {
  fc.assert(
    fc.property(worldDistrict(1, size), grants, (world, verb) => {
      const [person, matter] = [world.staff[0]!, world.cases[0]!]
      const permission = may(actorOf(world, person), verb, thingOf(world, matter), { words: '复核' })
      if (!allowed(permission) || !permission.post) return
      const { unit, role } = permission.post
      const alone = { ...person, posts: [{ unit, role }] }
      expect(naivelyMay(world, alone, verb, { ...matter, sealed: false }, true)).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

test('residents do to their own matters what residents may, and the house what the house may', () => {
  const who = fc.record({
    persons: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 2 }),
    receipt: fc.constantFrom(undefined, 1, 2),
  })
  fc.assert(
    fc.property(
      fc.constantFrom('resident' as const, 'system' as const),
      who,
      grants,
      fc.integer({ min: 1, max: 6 }),
      (kind, { persons, receipt }, verb, requester) => {
        const scope = { district: 1, persons, ...(receipt !== undefined && { receiptCase: receipt }) }
        const actor: Actor = { kind, id: null, district: 1, name: { zh: '某人' }, posts: [], scope, language: 'zh' }
        const thing: Thing = {
          district: 1,
          id: 2,
          parties: [],
          seenBy: new Set(),
          barred: new Set(),
          sealed: true,
          residents: new Set([requester]),
        }
        const granted = verb.some((grant) => grant.roles.some((role) => role === kind))
        const theirs = persons.indexOf(requester) >= 0 || receipt === 2
        expect(allowed(may(actor, verb, thing))).toBe(granted && (kind === 'system' || theirs))
      },
    ),
    { numRuns: 2_000 },
  )
})
