import { afterAll, expect, test, vi } from 'vitest'
import { makeLog } from '#platform/log'
import { openLog } from './fixture-log.ts'
import { startSealer } from './start-sealer.ts'
import { verifySeals } from './verify-seals.ts'

const log = await openLog()
const { database, clock, owner, happen, settled } = log
afterAll(() => log.close())

test('the evidence of every district is sealed, a large import at once, and no more after the stop', async () => {
  await happen(1, 'open', 2)
  for (const from of [0, 10_000, 20_000]) {
    await owner.query(
      `insert into event (district_id, subject, subject_id, seq, verb, actor_kind, at)
       select 1, 'case', ${from} + n, 1, 'import', 'system', now() from generate_series(1, 10000) n`,
    )
  }
  await settled()
  const sealer = startSealer({ database, clock, log: makeLog('error'), every: 60_000 })
  const sealed = async () => (await verifySeals(owner)).map(({ events, seals, broken }) => [events, seals, broken])
  await vi.waitFor(
    async () =>
      expect(await sealed()).toEqual([
        [30_000, 3, undefined],
        [1, 1, undefined],
      ]),
    { timeout: 15_000, interval: 200 },
  )
  await sealer.stop()
  await happen(2, 'open', 2)
  expect((await verifySeals(owner))[1]).toMatchObject({ events: 1 })
})
