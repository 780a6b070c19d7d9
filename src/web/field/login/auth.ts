import { send } from '#kit'

const ask = (path: string, body: object) => send('', { method: 'POST', path: `/api/auth${path}`, body })

/** Whether the log-in is complete, or a one-time password is still needed. @throws Failure: wrong, or locked */
export async function logIn(username: string, password: string): Promise<'done' | 'code'> {
  const answer = await ask('/sign-in/username', { username, password })
  return (answer as { twoFactorRedirect?: boolean } | undefined)?.twoFactorRedirect ? 'code' : 'done'
}

/** Gives the six digits of the authenticator. @throws Failure */
export const giveCode = (code: string): Promise<unknown> => ask('/two-factor/verify-totp', { code })

export const logOut = (): Promise<unknown> => ask('/sign-out', {})
