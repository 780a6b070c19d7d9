import { refuseIdentity } from '../refusals.ts'
import type { PasswordRules } from './account-rules.ts'

const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/]

/**
 * Refuses a password that is too short, mixes too few kinds of characters or holds the user name.
 * @throws Refusal identity.weak-password
 * @rule X12
 */
export function checkPassword(password: string, userName: string, { length, classes }: PasswordRules): void {
  const mixed = kinds.filter((kind) => kind.test(password)).length
  const named = password.toLowerCase().includes(userName.toLowerCase())
  if ([...password].length < length || mixed < classes || named) {
    throw refuseIdentity('identity.weak-password', { length, classes })
  }
}
