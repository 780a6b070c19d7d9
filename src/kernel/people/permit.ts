import { type Actor, allowed, may, type Role } from '#kernel/identity'
import { refuse } from '#platform/errors'

// The three administrators keep away from residents' data; everybody else registers whom they meet in their work.
const work: readonly Role[] = [
  'agent',
  'dispatcher',
  'handler',
  'communityWorker',
  'supervisor',
  'reviewer',
  'leader',
  'confidential',
]
const imports: readonly Role[] = ['communityWorker', 'dispatcher', 'handler', 'supervisor', 'leader']

/** @throws Refusal not-allowed */
export function permitWork(actor: Actor): void {
  if (actor.kind === 'staff') permit(actor, work)
}

/** @throws Refusal not-allowed */
export const permitImport = (actor: Actor): void => permit(actor, imports)

function permit(actor: Actor, roles: readonly Role[]): void {
  const thing = {
    district: actor.district,
    parties: [],
    seenBy: new Set<number>(),
    barred: new Set<number>(),
    sealed: false,
  }
  if (!allowed(may(actor, [{ roles: [...roles, 'system'], at: 'district' }], thing))) throw refuse('not-allowed')
}
