import { expect, test } from 'vitest'
import { Vault } from '#platform/crypto'
import { MORNING, openHouse } from './fixture-house.ts'
import { type RekeyMark, rekeyNotifications } from './rekey-notifications.ts'

const { owner, vault, notify, worker } = await openHouse()
const secret = (byte: number) => Buffer.alloc(32, byte).toString('base64')
const rotated = new Vault({ keys: { a: secret(1), b: secret(3) }, currentKey: 'b', lookupKey: secret(2) })
const withoutOldKey = new Vault({ keys: { b: secret(3) }, currentKey: 'b', lookupKey: secret(2) })

test('after a change of key messages and phones are sealed anew, batch by batch, and open with the new key alone', async () => {
  for (const phone of ['13912345671', '13912345672', '13912345673']) {
    await worker((tx) =>
      notify(tx, { template: 'oneTimeCode', parameters: { code: '1', minutes: 5 }, to: { phone }, dedupeKey: phone }),
    )
  }
  await owner.query(
    "insert into push_subscription (district_id, staff_id, lookup, sealed, made_at) values (1, 1, 'x', $1, $2)",
    [vault.seal('{}'), MORNING],
  )
  let mark: RekeyMark | null = null
  do mark = await worker((tx) => rekeyNotifications(tx, rotated, mark, 2))
  while (mark)
  const { rows } = await owner.query<{ sealed: Buffer }>(
    'select sealed from notification union all select sealed from push_subscription',
  )
  expect(rows).toHaveLength(4)
  for (const { sealed } of rows) expect(withoutOldKey.openText(sealed)).toMatch(/^\{/)
})
