import { type Actor, administratorRoles, isOf, type Post, type Role } from './actor.ts'

/** Where a role counts: at a unit with that part in the matter, at any party's unit, above any party, or in the whole district. */
export type Where = 'intake' | 'holder' | 'lead' | 'coHandler' | 'arbiter' | 'anyParty' | 'above' | 'district'

/** One sentence of permission: these roles, in that relation to the thing. */
export interface Grant {
  readonly roles: readonly (Role | 'resident' | 'system')[]
  readonly at: Where
}

export interface Party {
  readonly unit: number
  readonly role: string
}

/** A matter as permission sees it: where it stands, who takes part now, and whom it must not reach. */
export interface Thing {
  readonly district: number
  /** The case, where it is one: its receipt opens it. */
  readonly id?: number
  readonly parties: readonly Party[]
  /** Every unit that is or was a party. */
  readonly seenBy: ReadonlySet<number>
  readonly barred: ReadonlySet<number>
  readonly sealed: boolean
  /** The residents whose matter it is. */
  readonly residents?: ReadonlySet<number>
}

/** A sealed matter is opened for a stated purpose only. */
export interface Purpose {
  readonly words: string
}

/** The post under which the actor may do it, or why not. */
export type Permission =
  | { readonly post: Post | null }
  | { readonly refused: 'district' | 'barred' | 'sealed' | 'role' }

/**
 * Whether an actor may do a verb, given as its grants, to a thing. The one place where permission is decided;
 * row-level security repeats the reading half of it in the database.
 */
export function may(actor: Actor, grants: readonly Grant[], thing: Thing, purpose?: Purpose): Permission {
  if (actor.district !== thing.district) return { refused: 'district' }
  if (actor.kind !== 'staff') return mayOutsider(actor, grants, thing)
  if (actor.posts.some((post) => [...thing.barred].some((unit) => isOf(post, unit)))) return { refused: 'barred' }
  if (thing.sealed && !opensSealed(actor, thing, purpose)) return { refused: 'sealed' }
  const post = actor.posts.find((held) => grants.some((grant) => covers(grant, held, thing)))
  return post ? { post } : { refused: 'role' }
}

export const allowed = (permission: Permission): permission is { post: Post | null } => 'post' in permission

function mayOutsider(actor: Actor, grants: readonly Grant[], thing: Thing): Permission {
  if (actor.kind === 'system') {
    return grants.some((grant) => grant.roles.includes('system')) ? { post: null } : { refused: 'role' }
  }
  const shown = thing.id !== undefined && actor.scope.receiptCase === thing.id
  const theirs = shown || (actor.scope.persons?.some((person) => thing.residents?.has(person)) ?? false)
  const granted = grants.some((grant) => grant.roles.includes('resident'))
  return theirs && granted ? { post: null } : { refused: 'role' }
}

function opensSealed(actor: Actor, thing: Thing, purpose?: Purpose): boolean {
  const reaches = (post: Post) => [...thing.seenBy].some((unit) => post.reach.has(unit))
  const confidential = actor.posts.some((post) => post.role === 'confidential' && reaches(post))
  return confidential && (purpose?.words.trim().length ?? 0) > 0
}

function covers(grant: Grant, post: Post, thing: Thing): boolean {
  if (!grant.roles.includes(post.role)) return false
  switch (grant.at) {
    case 'district':
      return true
    case 'above':
      return !administratorRoles.has(post.role) && [...thing.seenBy].some((unit) => post.reach.has(unit))
    case 'anyParty':
      return [...thing.seenBy].some((unit) => isOf(post, unit))
    default:
      return thing.parties.some((party) => party.role === grant.at && isOf(post, party.unit))
  }
}
