import type { Scope } from '#platform/database'
import type { Language } from '#platform/http'
import { type Role, roles } from './contract-words.ts'

export { type Role, roles }

/** The three administrators are separated from each other and from the district's work. */
export const administratorRoles: ReadonlySet<Role> = new Set([
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
])

export interface Name {
  readonly zh: string
  readonly en?: string
}

/** A role held in a unit on the day of log-in, with every unit below it. */
export interface Post {
  readonly unit: number
  readonly role: Role
  readonly reach: ReadonlySet<number>
  /** Units whose place the unit has taken: their past is its own. */
  readonly inherits?: ReadonlySet<number>
}

/** Whether a post's holder belongs to the unit, directly or by succession. */
export const isOf = (post: Pick<Post, 'unit' | 'inherits'>, unit: number): boolean =>
  post.unit === unit || (post.inherits?.has(unit) ?? false)

/** Who acts: a member of staff, a resident of the portal, or the house itself (timers, imports). */
export interface Actor {
  readonly kind: 'staff' | 'resident' | 'system'
  readonly id: number | null
  readonly district: number
  readonly name: Name
  readonly posts: readonly Post[]
  readonly scope: Scope
  readonly language: Language
}

/** How an actor is named where keys and logs need one word; whoever has only a receipt is named by its case. */
export const actorKey = (actor: Pick<Actor, 'kind' | 'id'> & { readonly scope?: Scope }): string =>
  `${actor.kind}:${actor.id ?? (actor.scope?.receiptCase === undefined ? 0 : `receipt${actor.scope.receiptCase}`)}`

/** The house itself, acting in one district. */
export const systemActor = (district: number): Actor => ({
  kind: 'system',
  id: null,
  district,
  name: { zh: '系统', en: 'System' },
  posts: [],
  scope: { district },
  language: 'zh',
})

declare module '#platform/http' {
  interface CallActor extends Actor {}
}
