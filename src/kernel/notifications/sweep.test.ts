import { beforeEach, expect, test } from 'vitest'
import { startJobs } from '#platform/jobs'
import { MORNING, openHouse } from './fixture-house.ts'
import { outboxChannel } from './outbox-channel.ts'
import { sendJob } from './send-notification.ts'
import { forget, resume, sweepJobs } from './sweep.ts'

const { owner, clock, house, urls, notify, worker, rows } = await openHouse({ sms: outboxChannel })

beforeEach(async () => {
  clock.set(MORNING)
  await owner.query('truncate notification, pgboss.job')
})
const text = (phone: string) =>
  worker((tx) =>
    notify(tx, {
      template: 'caseReceived',
      parameters: { number: '0000000128', receipt: '7K3MWQ9TXA' },
      to: { phone },
      dedupeKey: phone,
    }),
  )
const DAY = 86_400_000

test('what should have been sent and has no job any more gets one; what waits for its own does not', async () => {
  const [lost] = await text('13912345671')
  await text('13912345672')
  const [dying] = await text('13912345673')
  await owner.query("delete from pgboss.job where data ->> 'id' = any($1)", [[String(lost), String(dying)]])
  await owner.query("update notification set status = 'sending', sending_at = due_at where id = $1", [dying])
  expect(await worker((tx) => resume(tx, clock.now()))).toBe(0)
  clock.advance(5 * 60_000 + 1)
  expect(await worker((tx) => resume(tx, clock.now()))).toBe(2)
  expect(await worker((tx) => resume(tx, clock.now()))).toBe(0)
})

test('number and words are erased 30 days after the end, not before, and not of what is still to be sent', async () => {
  await text('13912345671')
  await text('13912345672')
  await text('13912345673')
  await owner.query(`update notification set ended_at = made_at, status = 'delivered' where dedupe_key =
    (select min(dedupe_key) from notification)`)
  await owner.query(`update notification set sent_at = made_at, status = 'sent' where dedupe_key =
    (select max(dedupe_key) from notification)`)
  clock.advance(30 * DAY)
  expect(await worker((tx) => forget(tx, clock.now()))).toBe(0)
  clock.advance(1)
  expect(await worker((tx) => forget(tx, clock.now()))).toBe(2)
  expect((await owner.query('select status from notification where sealed is not null')).rows).toEqual([
    { status: 'queued' },
  ])
})

test('the worker’s jobs send what a verb left behind and run the sweeps of every district', async () => {
  await text('13912345671')
  const jobs = await startJobs({ url: urls.worker, log: house.log, jobs: [sendJob(house), ...sweepJobs(house)] })
  while ((await rows())[0]?.status !== 'delivered') await new Promise((resolve) => setTimeout(resolve, 100))
  for (const sweep of sweepJobs(house)) await sweep.run()
  const { rows: crons } = await owner.query('select name, timezone from pgboss.schedule order by name')
  await jobs.stop()
  expect(crons).toEqual([
    { name: 'notification.forget', timezone: 'Asia/Shanghai' },
    { name: 'notification.resume', timezone: 'Asia/Shanghai' },
  ])
})
