import { sql } from 'kysely'
import sharp from 'sharp'
import { beforeEach, expect, test } from 'vitest'
import { idOfNumber } from '#kernel/cases'
import { diskStore, fileLimits, uploadFile } from '#kernel/files'
import { loadActor } from '#kernel/identity'
import { dateOf } from '#platform/clock'
import { cookiesOf } from '#test/log-in'
import { openWebHouse, testConfig } from '#test/web-house'

const web = await openWebHouse()
const { app, house, cast } = web
const worker = <T>(work: Parameters<typeof house.database.as<T>>[2]) =>
  house.database.as('worker', { district: cast.district }, work)
beforeEach(() => sql`delete from auth.attempt`.execute(house.database.unscoped('auth')))

const post = (url: string, fields: Record<string, string>, cookie = '', remoteAddress = '192.0.2.1') =>
  app.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    remoteAddress,
  })
const get = (url: string, cookie = '') => app.inject({ url, headers: { cookie } })
const file = async (text: string, more: Record<string, string> = {}) => {
  const { body } = await post('/file', { step: 'check', text, kind: 'help', key: crypto.randomUUID(), ...more })
  const [number = '', receipt = ''] = [...body.matchAll(/<dd[^>]*>([0-9A-Z]+)<\/dd>/g)].map(([, found]) => found!)
  return { number, receipt, id: idOfNumber(number) ?? 0 }
}
/** What the phone was sent last, as its owner reads or hears it. */
const codeFor = async (phone: string) => {
  const { rows } = await worker((tx) =>
    sql<{ channel: string; sealed: Buffer }>`select channel, sealed from notification
      where template = 'oneTimeCode' order by id desc`.execute(tx),
  )
  const messages = rows.map(({ channel, sealed }) => ({ channel, ...JSON.parse(house.vault.openText(sealed)) }))
  const { channel, parameters } = messages.find(({ address }) => address === phone)
  return { channel: channel as string, code: parameters.code as string }
}
const byPhone = async (phone: string) => {
  await post('/follow/phone', { phone })
  return cookiesOf(await post('/follow/code', { phone, code: (await codeFor(phone)).code }))
}

test('a phone and the code it was sent open everything asked from it, newest first, and nothing else', async () => {
  const phone = '13800000001'
  const older = await file('楼道灯坏了三天，请来修。', { phone })
  const newer = await file('小区门口积水，出行不便。', { phone })
  const other = await file('别人家的事情，与我无关。', { phone: '13800000009' })
  const cookie = await byPhone(phone)
  const { body } = await get('/mine', cookie)
  expect(body.indexOf(newer.number)).toBeLessThan(body.indexOf(older.number))
  expect(body).not.toContain(other.number)
  const listed = (await get('/api/v1/portal/requests?limit=1', cookie)).json()
  expect(listed).toMatchObject({ rows: [{ number: newer.number }], next: newer.id })
  expect((await get(`/mine?before=${listed.next}`, cookie)).body).not.toContain(newer.number)
  expect((await get(`/mine/${older.number}`, cookie)).body).toContain('楼道灯坏了三天')
  expect((await get(`/mine/${other.number}`, cookie)).statusCode).toBe(404)
})

test('whoever the phone belongs to, asking for a code is answered in the same words', async () => {
  await file('楼道灯坏了三天，请来修。', { phone: '13800000002' })
  const known = await post('/follow/phone', { phone: '13800000002' })
  const stranger = await post('/follow/phone', { phone: '13800000003' })
  expect(known.statusCode).toBe(200)
  expect(known.body.replaceAll('13800000002', '')).toBe(stranger.body.replaceAll('13800000003', ''))
})

test('a code is read out in a call where that is asked for', async () => {
  await post('/follow/phone', { phone: '13800000004', by: 'voice' })
  expect(await codeFor('13800000004')).toMatchObject({ channel: 'voice', code: expect.stringMatching(/^\d{6}$/) })
})

test('wrong codes are counted and the page says so', async () => {
  await post('/follow/phone', { phone: '13800000005' })
  const guess = () => post('/follow/code', { phone: '13800000005', code: 'wrong', minutes: '5', digits: '6' })
  for (let tried = 0; tried < 5; tried++) expect((await guess()).body).toContain('验证码不对或已过期')
  const last = await guess()
  expect(last.statusCode).toBe(429)
  expect(last.body).toContain('验证码输错次数太多')
})

test('a receipt opens its case under its own address; wrong ones are counted', async () => {
  const { number, receipt } = await file('楼道灯坏了三天，请来修。')
  const opened = await post('/follow', { number, receipt })
  expect(opened.statusCode).toBe(303)
  expect(opened.headers.location).toBe(`/mine/${number}`)
  const { body } = await get(`/mine/${number}`, cookiesOf(opened))
  expect(body).toContain('楼道灯坏了三天')
  expect(body).not.toContain(receipt)
  for (let tried = 0; tried < 5; tried++)
    expect((await post('/follow', { number, receipt: 'WRONG' })).statusCode).toBe(404)
  const refused = await post('/follow', { number, receipt })
  expect(refused.statusCode).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(60)
})

test('without a proof nothing is shown, nor after leaving', async () => {
  for (const url of ['/mine', '/mine/0000000101', '/mine/files/1', '/mine/files/1/thumbnail'])
    expect((await get(url)).headers.location).toBe('/follow')
  const left = await post('/mine/leave', {}, await byPhone('13800000006'))
  expect(left.cookies[0]).toMatchObject({ value: '', maxAge: 0 })
})

test('the requester sees the photos they sent and those of the staff meant for them, and no others', async () => {
  const phone = '13800000007'
  const { number, id } = await file('楼道灯坏了三天，请来修。', { phone })
  const cookie = await byPhone(phone)
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer()
  const actor = await loadActor(house.database, { district: 1, staffId: cast.staff.dispatcher }, house.clock, 'zh')
  const store = diskStore(testConfig(web.test).filesDir)
  const attach = async (visibleTo: 'staff' | 'requester') =>
    house.database.as('staff', actor.scope, async (tx) => {
      const limits = await fileLimits(tx, dateOf(house.clock.now()))
      const work = { ...house, store, tx, actor, at: house.clock.now() }
      const upload = await uploadFile(work, { name: 'a.jpg', content: picture }, { limits, visibleTo })
      await sql`select attach_files(${id}, 2, ${[upload.id]}::bigint[])`.execute(tx)
      return upload.id
    })
  const [shown, hidden] = [await attach('requester'), await attach('staff')]
  const { body } = await get(`/mine/${number}`, cookie)
  expect(body).toContain(`/mine/files/${shown}/thumbnail`)
  expect(body).not.toContain(String(hidden))
  const thumbnail = await get(`/mine/files/${shown}/thumbnail`, cookie)
  expect(thumbnail.headers['content-type']).toBe('image/webp')
  expect((await sharp(thumbnail.rawPayload).metadata()).format).toBe('webp')
  expect((await get(`/mine/files/${shown}`, cookie)).headers['content-type']).toBe('image/jpeg')
  expect((await get(`/mine/files/${hidden}`, cookie)).statusCode).toBe(404)
  expect((await get(`/mine/files/${shown}`, await byPhone('13800000008'))).statusCode).toBe(404)
})

test('one address posts so often a minute; the page says when to try again, and another address may', async () => {
  await house.database.as('staff', { district: cast.district, administers: 'system' }, (tx) =>
    sql`insert into setting (district_id, key, value, unit, level, effective)
    values (${cast.district}, 'portal.post.perMinute', '{"amount":3}', 'times', 'district', '[2020-01-01,)')`.execute(
      tx,
    ),
  )
  const ask = (address: string) => post('/follow', { number: '', receipt: '' }, '', address)
  const answers = []
  // A minute may turn while they are posted: of seven, four are in one.
  for (let asked = 0; asked < 7; asked++) answers.push(await ask('198.51.100.7'))
  const refused = answers.find(({ statusCode }) => statusCode === 429)!
  expect(refused.body).toContain('操作太快')
  expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60)
  expect((await ask('198.51.100.8')).statusCode).toBe(200)
})
