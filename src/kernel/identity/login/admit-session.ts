import type { GenericEndpointContext } from '@better-auth/core'
import { APIError } from 'better-auth/api'
import { findActor } from '../actors.ts'
import type { LoginHouse } from './login-house.ts'
import { type LogInMethod, methodOf } from './login-method.ts'
import { findStaffOfUser } from './staff-of-user.ts'

interface NewSession extends Record<string, unknown> {
  readonly userId: string
  readonly createdAt: Date
}

/** Becomes the refusal identity.not-employed. */
export const NOT_EMPLOYED = 'NOT_EMPLOYED'

/**
 * Lets a session begin only for somebody employed today, notes how they proved themselves, and bounds its life.
 * @throws APIError NOT_EMPLOYED: better-auth lets its own errors pass, others not everywhere
 */
export const admitSession =
  ({ database, clock, rules }: LoginHouse) =>
  async (session: NewSession, endpoint: GenericEndpointContext | null) => {
    const staff = await findStaffOfUser(database, session.userId)
    if (!staff || !(await findActor(database, staff, clock, 'zh')))
      throw new APIError('FORBIDDEN', { code: NOT_EMPLOYED })
    const { sessionMinutes } = await rules.of(staff.district)
    return {
      data: {
        ...session,
        method: methodOf(endpoint?.path) ?? renewed(endpoint),
        seenAt: clock.now(),
        expiresAt: new Date(session.createdAt.getTime() + sessionMinutes * 60_000),
      },
    }
  }

// A changed password or second factor begins a new session for somebody who had proved themselves in the old one.
const renewed = (endpoint: GenericEndpointContext | null) =>
  (endpoint?.context.session?.session as { method?: LogInMethod } | undefined)?.method ?? 'password'
