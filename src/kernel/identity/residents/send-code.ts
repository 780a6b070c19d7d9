import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { randomDigits } from '#platform/crypto'
import type { Language } from '#platform/http'
import { refuseIdentity } from '../refusals.ts'
import { amountToday, type ResidentHouse } from './resident-house.ts'

export interface CodeWanted {
  readonly district: number
  readonly phone: string
  readonly by: 'sms' | 'voice'
  readonly language: Language
  /** Where the wish came from, as the platform knows it. */
  readonly address: string
}

const HOUR = 60

/** What stands for a phone in the database. */
export const phoneDigest = (secret: string, phone: string): string =>
  createHmac('sha256', secret).update(`phone ${phone}`).digest('base64url')

/** What stands for a code in the database. */
export const codeDigest = (secret: string, district: number, phone: string, code: string): Buffer =>
  createHmac('sha256', secret).update(`phone code ${district} ${phone} ${code}`).digest()

/**
 * Sends a one-time code to any phone that asks, so that the answer tells nothing about it; a new one ends the one before.
 * @returns the minutes for which it holds and its length
 * @throws Refusal identity.code-wait
 */
export async function sendCode(house: ResidentHouse, wanted: CodeWanted): Promise<{ minutes: number; digits: number }> {
  const { database, ports, clock, attempts, secret } = house
  const { district, address } = wanted
  const amount = (key: string) => amountToday(house, district, `portal.phoneCode.${key}`)
  const phone = ports.phoneKey(wanted.phone)
  await refuseFlood(house, 'phoneCodesFrom', address, await amount('perAddress'))
  await refuseFlood(house, 'phoneCodesTo', `${district} ${phone}`, await amount('perHour'))
  const [digits, minutes] = [await amount('digits'), await amount('valid')]
  const code = randomDigits(digits)
  const expires = new Date(clock.now().getTime() + minutes * 60_000)
  await sql`
    insert into auth.phone_code (district_id, phone, code, expires_at)
    values (${district}, ${phoneDigest(secret, phone)}, ${codeDigest(secret, district, phone, code)}, ${expires})
    on conflict (district_id, phone) do update set code = excluded.code, expires_at = excluded.expires_at`.execute(
    database.unscoped('auth'),
  )
  await attempts.clear('phoneCode', `${district} ${phone}`)
  await ports.sendCode({ district, phone: wanted.phone, code, minutes, by: wanted.by, language: wanted.language })
  return { minutes, digits }
}

async function refuseFlood(
  { attempts, clock }: ResidentHouse,
  kind: string,
  who: string,
  tries: number,
): Promise<void> {
  const attempt = await attempts.take(kind, who, { tries, minutes: HOUR }, clock.now())
  if (!attempt.free) throw refuseIdentity('identity.code-wait', { minutes: attempt.minutes })
}
