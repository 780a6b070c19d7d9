/** How somebody proved who they are. */
export type LogInMethod = 'password' | 'passwordCode' | 'passkey' | 'sso'

/** The log-in method that an endpoint completes; undefined for endpoints that renew a session. */
export function methodOf(path: string | undefined): LogInMethod | undefined {
  if (path === '/sign-in/username') return 'password'
  if (path?.startsWith('/two-factor/verify-')) return 'passwordCode'
  if (path === '/passkey/verify-authentication') return 'passkey'
  if (path?.startsWith('/callback/')) return 'sso'
  return undefined
}

/** Two factors, one of them cryptographic; of a single sign-on its issuer takes care. @rule X12 */
export const isStrong = (method: LogInMethod | null): boolean => method !== null && method !== 'password'
