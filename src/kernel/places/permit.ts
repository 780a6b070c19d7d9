import { type Actor, allowed, may, type Role } from '#kernel/identity'
import { refuse } from '#platform/errors'

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
const imports: readonly Role[] = ['dispatcher', 'supervisor', 'leader', 'systemAdministrator']

/** Places belong to the whole district: whoever works in it registers and corrects them. @throws Refusal not-allowed */
export const permitWork = (actor: Actor): void => permit(actor, work)

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
