import { sql } from 'kysely'
import { refuseIdentity } from '../refusals.ts'
import type { Proof } from './resident-cookie.ts'
import { amountToday, type ResidentHouse } from './resident-house.ts'
import { codeDigest, phoneDigest } from './send-code.ts'

/**
 * Takes the code that a phone was sent; it counts once.
 * @throws Refusal identity.wrong-phone-code, identity.phone-code-spent
 */
export async function provePhone(house: ResidentHouse, district: number, typed: string, code: string): Promise<Proof> {
  const { database, ports, clock, attempts, secret } = house
  const phone = ports.phoneKey(typed)
  const tries = await amountToday(house, district, 'portal.phoneCode.tries')
  const minutes = await amountToday(house, district, 'portal.phoneCode.valid')
  const attempt = await attempts.take('phoneCode', `${district} ${phone}`, { tries, minutes }, clock.now())
  if (!attempt.free) throw refuseIdentity('identity.phone-code-spent')
  const used = await sql`
    delete from auth.phone_code where district_id = ${district} and phone = ${phoneDigest(secret, phone)} and expires_at > ${clock.now()}
      and code = ${codeDigest(secret, district, phone, code.trim())} returning phone`.execute(database.unscoped('auth'))
  if (used.rows.length === 0) throw refuseIdentity('identity.wrong-phone-code')
  await attempts.clear('phoneCode', `${district} ${phone}`)
  await attempts.clear('phoneCodesTo', `${district} ${phone}`)
  return { district, phone, until: await until(house, district) }
}

/** When a proof made now ends, in milliseconds since 1970. */
export async function until(house: ResidentHouse, district: number): Promise<number> {
  const hours = await amountToday(house, district, 'portal.session')
  return house.clock.now().getTime() + hours * 3_600_000
}
