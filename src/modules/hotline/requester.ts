import type { Static } from 'typebox'
import type { Actor } from '#kernel/identity'
import { findByPhone, isMobile, phoneNumber, registerPerson } from '#kernel/people'
import type { PoolName } from '#platform/database'
import type { NewRequester } from './contract.ts'
import type { HotlineHouse } from './house.ts'
import { refuse } from './refusals.ts'

type Given = Static<typeof NewRequester>

/**
 * Who asks: somebody known on that phone by the same name, or someone newly registered; null for a request without a
 * name and a phone. @throws hotline.phone when what was given is no telephone
 */
export async function requesterFor(
  house: HotlineHouse,
  actor: Actor,
  given: Given | undefined,
): Promise<number | null> {
  const name = given?.name?.trim() ?? ''
  const phone = given?.phone?.trim() ?? ''
  if (!given || (name === '' && phone === '')) return null
  if (phone !== '' && phoneNumber(phone) === null) throw refuse('hotline.phone', { phone })
  const pool: PoolName = actor.kind === 'staff' ? 'staff' : 'worker'
  return await house.database.as(pool, actor.scope, async (tx) => {
    const known = phone === '' ? [] : await findByPhone(tx, house.vault, phone)
    const same = known.find((person) => name === '' || person.name === name)
    if (same) return same.id
    const { id } = await registerPerson(
      { tx, vault: house.vault, actor, at: house.clock.now() },
      {
        kind: given.uscc ? 'organisation' : 'person',
        name: name || `来电人${phone.slice(-4)}`,
        ...(given.formOfAddress && { formOfAddress: given.formOfAddress }),
        ...(given.uscc && { creditCode: given.uscc }),
        ...(phone !== '' && { phones: [{ number: phone }] }),
        ...(isMobile(phone) && { channel: 'sms' as const }),
      },
    )
    return id
  })
}
