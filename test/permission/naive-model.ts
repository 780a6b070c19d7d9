import type { Grant } from '#kernel/identity'
import type { WorldCase, WorldDistrict, WorldPost, WorldStaff } from './world.ts'

// The second model: what permission means, said again in the plainest loops, sharing nothing with the first.

const isAdministrator = (post: WorldPost) => post.role.endsWith('Administrator')

/** Whether the unit is the upper one, stands below it, or left its past to one that is or does. */
function standsBelow(world: WorldDistrict, unit: number, upper: number): boolean {
  if (unit === upper) return true
  for (const each of world.units) {
    if (each.id !== unit) continue
    if (each.parent !== null && standsBelow(world, each.parent, upper)) return true
    for (const heir of each.heirs) if (standsBelow(world, heir, upper)) return true
  }
  return false
}

/** Whether the unit is that one, or left its past to it, if need be through others. */
function isOrBecame(world: WorldDistrict, unit: number, later: number): boolean {
  if (unit === later) return true
  for (const each of world.units) {
    if (each.id !== unit) continue
    for (const heir of each.heirs) if (isOrBecame(world, heir, later)) return true
  }
  return false
}

function reachesCase(world: WorldDistrict, post: WorldPost, matter: WorldCase): boolean {
  for (const party of matter.parties) {
    if (party.role !== 'complained' && standsBelow(world, party.unit, post.unit)) return true
  }
  return false
}

function isComplainedOf(world: WorldDistrict, person: WorldStaff, matter: WorldCase): boolean {
  for (const party of matter.parties) {
    for (const post of person.posts) {
      if (party.role === 'complained' && isOrBecame(world, party.unit, post.unit)) return true
    }
  }
  return false
}

function mayOpenSealed(world: WorldDistrict, person: WorldStaff, matter: WorldCase): boolean {
  for (const post of person.posts) if (post.role === 'confidential' && reachesCase(world, post, matter)) return true
  return false
}

/** Whether a member of staff may see a case of their own district at all; a sealed one only for a purpose. */
export function naivelySees(world: WorldDistrict, person: WorldStaff, matter: WorldCase): boolean {
  if (isComplainedOf(world, person, matter)) return false
  if (matter.sealed && !mayOpenSealed(world, person, matter)) return false
  for (const post of person.posts) if (!isAdministrator(post) && reachesCase(world, post, matter)) return true
  return false
}

function counts(world: WorldDistrict, post: WorldPost, grant: Grant, matter: WorldCase): boolean {
  if (!grant.roles.includes(post.role)) return false
  if (grant.at === 'district') return true
  if (grant.at === 'above') return !isAdministrator(post) && reachesCase(world, post, matter)
  for (const party of matter.parties) {
    if (party.role === 'complained' || !isOrBecame(world, party.unit, post.unit)) continue
    if (grant.at === 'anyParty') return true
    if (party.role === grant.at && !party.ended) return true
  }
  return false
}

/** Whether one of the grants lets a member of staff do something to a case of their own district. */
export function naivelyMay(
  world: WorldDistrict,
  person: WorldStaff,
  grants: readonly Grant[],
  matter: WorldCase,
  hasPurpose: boolean,
): boolean {
  if (isComplainedOf(world, person, matter)) return false
  if (matter.sealed && !(hasPurpose && mayOpenSealed(world, person, matter))) return false
  for (const post of person.posts) for (const grant of grants) if (counts(world, post, grant, matter)) return true
  return false
}
