import type { Environment, SettingName } from './config-settings.ts'
import { StartError } from './start-error.ts'

/** Readers of one setting each; an empty value counts as none. @throws StartError that names the wrong setting */
export function settingsReader(env: Environment) {
  const given = (name: SettingName) => env[name]?.trim() || undefined
  return {
    text: given,
    flag: (name: SettingName, fallback: boolean) => flag(name, given(name), fallback),
    count: (name: SettingName, fallback: number, most: number) => count(name, given(name), fallback, most),
    url: (name: SettingName, ...schemes: string[]) => url(name, given(name), schemes),
    choice: <const T extends string>(name: SettingName, ...choices: [T, ...T[]]) =>
      choice(name, given(name) ?? choices[0], choices),
  }
}

function flag(name: SettingName, value: string | undefined, fallback: boolean): boolean {
  if (value === undefined) return fallback
  return choice(name, value, ['true', 'false']) === 'true'
}

function count(name: SettingName, value: string | undefined, fallback: number, most: number): number {
  if (value === undefined) return fallback
  const number = Number(value)
  if (Number.isInteger(number) && number >= 1 && number <= most) return number
  throw new StartError(`${name} must be a whole number from 1 to ${most}; it is "${value}".`)
}

function url(name: SettingName, value: string | undefined, schemes: string[]): string | undefined {
  if (value === undefined) return undefined
  if (URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1))) return value
  // The value may hold a password, so the sentence does not repeat it.
  throw new StartError(`${name} must be an address that begins with ${schemes.map((s) => `${s}:`).join(' or ')}.`)
}

function choice<T extends string>(name: SettingName, value: string, choices: readonly T[]): T {
  const found = choices.find((each) => each === value)
  if (found) return found
  throw new StartError(`${name} must be ${choices.join(' or ')}; it is "${value}".`)
}
