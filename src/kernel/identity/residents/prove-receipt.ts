import { refuseIdentity } from '../refusals.ts'
import { until } from './prove-phone.ts'
import type { Proof } from './resident-cookie.ts'
import { amountToday, type ResidentHouse } from './resident-house.ts'

export interface Receipt {
  readonly district: number
  readonly number: string
  readonly code: string
  /** Where it was typed, as the platform knows it: a stranger's wrong tries must not shut out the owner. */
  readonly address: string
}

/**
 * Opens one case to whoever holds its receipt.
 * @throws Refusal identity.receipt-wait, and the port's own where number or code is wrong
 */
export async function proveReceipt(
  house: ResidentHouse,
  { district, number, code, address }: Receipt,
): Promise<Proof & { receiptCase: number }> {
  const { attempts, clock, ports } = house
  const tries = await amountToday(house, district, 'hotline.receipt.tries')
  const minutes = await amountToday(house, district, 'hotline.receipt.pause')
  const who = `${district} ${address} ${number}`
  const attempt = await attempts.take('receipt', who, { tries, minutes }, clock.now())
  if (!attempt.free) throw refuseIdentity('identity.receipt-wait', { minutes: attempt.minutes })
  const receiptCase = await ports.caseOfReceipt(district, number, code)
  await attempts.clear('receipt', who)
  return { district, receiptCase, until: await until(house, district) }
}
