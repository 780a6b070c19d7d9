import { send } from '#kit'

const ask = (method: 'GET' | 'POST', path: string, body?: object) =>
  send('', { method, path: `/api/auth${path}`, ...(body && { body }) })

/** Whether the log-in is complete, or a one-time password is still needed. */
export type LogInStep = 'done' | 'code'

/** @throws Failure with the server's sentence: wrong, or locked for some minutes */
export async function logIn(username: string, password: string): Promise<LogInStep> {
  const answer = await ask('POST', '/sign-in/username', { username, password })
  return (answer as { twoFactorRedirect?: boolean } | undefined)?.twoFactorRedirect ? 'code' : 'done'
}

// Authenticators show six digits; anything else can only be a backup code.
const isTotp = (code: string) => /^\d{6}$/.test(code)

/** Gives the one-time password, or a backup code. @throws Failure */
export async function giveCode(typed: string): Promise<void> {
  const code = typed.replace(/\s/g, '')
  await ask('POST', isTotp(code) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code', { code })
}

export const logOut = (): Promise<unknown> => ask('POST', '/sign-out', {})

/** Whether this browser can log in with a passkey: it needs a secure page and a browser of 2024 or later. */
export const passkeysWork = (): boolean =>
  typeof globalThis.PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential

/** Logs in with a passkey of this machine. @throws Failure, or the browser's own error when the person cancels */
export async function logInWithPasskey(): Promise<void> {
  const options = (await ask('GET', '/passkey/generate-authenticate-options')) as PublicKeyCredentialRequestOptionsJSON
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
  const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential
  await ask('POST', '/passkey/verify-authentication', { response: credential.toJSON() })
}

/** Lets this machine log in without a password from now on. @throws Failure */
export async function addPasskey(): Promise<void> {
  const options = (await ask('GET', '/passkey/generate-register-options')) as PublicKeyCredentialCreationOptionsJSON
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
  const credential = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential
  await ask('POST', '/passkey/verify-registration', { response: credential.toJSON() })
}

export interface Passkey {
  readonly id: string
  readonly name?: string
  readonly createdAt?: string
}

/** The machines that log in without a password. */
export const listPasskeys = async (): Promise<readonly Passkey[]> =>
  (await ask('GET', '/passkey/list-user-passkeys')) as readonly Passkey[]

/** A lost machine logs in no more. @throws Failure */
export const removePasskey = (id: string): Promise<unknown> => ask('POST', '/passkey/delete-passkey', { id })

/** Changes the password and ends all other log-ins. @throws Failure */
export const changePassword = (currentPassword: string, newPassword: string): Promise<unknown> =>
  ask('POST', '/change-password', { currentPassword, newPassword, revokeOtherSessions: true })

export interface SecondFactor {
  /** For an authenticator: otpauth://… */
  readonly totpURI: string
  readonly backupCodes: readonly string[]
}

/** Begins a second factor; it counts once `giveCode` has shown that the authenticator works. @throws Failure */
export const beginSecondFactor = async (password: string): Promise<SecondFactor> =>
  (await ask('POST', '/two-factor/enable', { password })) as SecondFactor

/** From now on the password alone logs in. @throws Failure */
export const endSecondFactor = (password: string): Promise<unknown> => ask('POST', '/two-factor/disable', { password })
