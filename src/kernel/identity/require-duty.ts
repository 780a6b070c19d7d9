import type { Actor } from './actor.ts'
import { refuseIdentity } from './refusals.ts'

export type Duty = 'systemAdministrator' | 'securityAdministrator' | 'auditAdministrator'

/**
 * Lets only that administrator pass, and the house itself (imports, the demo).
 * @throws Refusal identity.only-… that names whom to ask
 * @rule X12
 */
export function requireDuty(actor: Actor, duty: Duty): void {
  if (actor.kind === 'system') return
  if (actor.kind === 'staff' && actor.posts.some((post) => post.role === duty)) return
  throw refuseIdentity(`identity.only-${duty}`)
}
