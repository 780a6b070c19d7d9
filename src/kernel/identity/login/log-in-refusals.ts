import { type Refusal, refuse } from '#platform/errors'
import { refuseIdentity } from '../refusals.ts'
import { NOT_EMPLOYED } from './admit-session.ts'

interface AuthProblem {
  readonly code?: string
  readonly message?: string
}

// Whatever is wrong with a name or a password is one answer, so that nobody learns which names exist.
const wrongPassword = new Set([
  'INVALID_USERNAME_OR_PASSWORD',
  'INVALID_USERNAME',
  'USERNAME_TOO_SHORT',
  'USERNAME_TOO_LONG',
  'PASSWORD_TOO_LONG',
  'INVALID_PASSWORD',
  'CREDENTIAL_ACCOUNT_NOT_FOUND',
])
const wrongPasskey = new Set([
  'PASSKEY_NOT_FOUND',
  'AUTHENTICATION_FAILED',
  'FAILED_TO_VERIFY_REGISTRATION',
  'USER_NOT_VERIFIED',
])
const again = new Set([
  'INVALID_TWO_FACTOR_COOKIE',
  'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE',
  'SESSION_NOT_FRESH',
  'CHALLENGE_NOT_FOUND',
])

/** The house's refusal for what better-auth refused. */
export function refusalOf(status: number, { code = '', message = '' }: AuthProblem): Refusal {
  if (wrongPassword.has(code)) return refuseIdentity('identity.wrong-password')
  if (code === NOT_EMPLOYED) return refuseIdentity('identity.not-employed')
  if (wrongPasskey.has(code)) return refuseIdentity('identity.wrong-passkey')
  if (again.has(code)) return refuseIdentity('identity.log-in-again')
  if (code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE') return refuseIdentity('identity.wrong-code')
  if (code === 'TOTP_ALREADY_ENABLED') return refuseIdentity('identity.second-factor-on')
  if (code === 'TOTP_NOT_ENABLED' || code === 'BACKUP_CODES_NOT_ENABLED') {
    return refuseIdentity('identity.second-factor-off')
  }
  if (status === 429) return refuse('too-many', { seconds: 60 })
  if (status === 401) return refuse('not-logged-in')
  if (status === 403 || status === 404) return refuse('not-allowed')
  return refuse('invalid-input', { field: 'body', reason: message })
}
