import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStaffLogin } from '#kernel/identity'
import { systemClock } from '#platform/clock'
import { Database } from '#platform/database'
import { makeLog } from '#platform/log'
import { isAccessible, openBrowser, openWindow, phone } from '../browser.ts'
import { plantCast } from '../cast.ts'
import { testDatabase } from '../database.ts'
import { giveAccounts, PASSWORD, userNameOf } from '../log-in.ts'
import { startTestServer, type TestServer } from '../server.ts'

const database = await testDatabase()
const browser = await openBrowser()
let server: TestServer
let dispatched: (text: string) => Promise<number>

beforeAll(async () => {
  const cast = await plantCast(database.ownerUrl)
  const pools = new Database(database.urls, 2)
  const login = openStaffLogin({
    database: pools,
    clock: systemClock,
    log: makeLog('error'),
    publicUrl: 'http://localhost',
    secret: 'only accounts are made here',
  })
  await giveAccounts(login, cast, 'agent', 'dispatcher', 'sunnyWorker')
  await pools.close()
  server = await startTestServer(database)
  const call = await callers(server.urls[0])
  dispatched = async (text) => {
    const requester = { name: '张晓梅', phone: '13900001234', formOfAddress: '张阿姨' }
    const { id } = await call('agent', '/api/v1/requests', { kind: 'help', channel: 'phone', text, requester })
    await call('dispatcher', `/api/v1/cases/${id}/dispatches`, { unit: cast.units.sunny }, { 'if-match': '"1"' })
    return id
  }
}, 120_000)
afterAll(() => server?.stop())

/** The centre's part, over the API: this journey is the community worker's. */
async function callers(url: string) {
  const cookies = new Map<string, string>()
  for (const person of ['agent', 'dispatcher'] as const) {
    const body = JSON.stringify({ username: userNameOf(person), password: PASSWORD })
    const response = await fetch(`${url}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    cookies.set(
      person,
      response.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    )
  }
  return async (
    person: string,
    path: string,
    body: unknown,
    more: Record<string, string> = {},
  ): Promise<{ id: number }> => {
    const headers = {
      cookie: cookies.get(person) ?? '',
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      ...more,
    }
    const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(await response.text())
    return (await response.json()) as { id: number }
  }
}

async function worker(): Promise<Page> {
  const page = await openWindow(browser, phone)
  await page.goto(`${server.urls[0]}/field/`)
  await isAccessible(page, 'field-log-in')
  await page.getByRole('textbox', { name: '用户名' }).fill(userNameOf('sunnyWorker'))
  await page.getByRole('textbox', { name: '密码' }).fill(PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '任务', level: 1 }).waitFor()
  return page
}

const stateOf = async (id: number) => {
  const { default: pg } = await import('pg')
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query('select state from cases where id = $1', [id]).finally(() => owner.end())
  return rows[0].state as string
}

test('a community worker acknowledges, contacts, and closes a task in four taps and thirty seconds', async () => {
  const id = await dispatched('三号楼楼道灯不亮，老人晚上看不见路。')
  const page = await worker()
  const task = page.getByRole('link', { name: /三号楼楼道灯不亮/ })
  await task.waitFor()
  await isAccessible(page, 'field-tasks')
  await task.tap()
  await page.getByRole('button', { name: '已联系上' }).waitFor()
  await isAccessible(page, 'field-task')
  await page.getByRole('button', { name: '已联系上' }).tap()
  await page.getByRole('button', { name: '电话', exact: true }).tap()
  await expect.poll(() => stateOf(id)).toBe('handling')
  await page.goto(`${server.urls[0]}/field/`)
  await task.waitFor()

  const began = performance.now()
  await task.tap()
  await page.getByText('已解决', { exact: true }).tap()
  await page.getByRole('button', { name: '我们已到现场处理好了。' }).tap()
  await isAccessible(page, 'field-reply')
  await page.getByRole('form', { name: '答复诉求人' }).getByRole('button', { name: '答复诉求人' }).tap()
  await expect.poll(() => stateOf(id)).toBe('replied')
  expect(performance.now() - began).toBeLessThan(30_000)
  await page.context().close()
}, 120_000)

test('a reply written in the lift waits in the telephone and is sent when the network is back', async () => {
  const id = await dispatched('二单元下水道堵了，污水倒灌。')
  const page = await worker()
  await page.getByRole('link', { name: /下水道堵了/ }).tap()
  await page.getByRole('button', { name: '已联系上' }).tap()
  await page.getByRole('button', { name: '电话', exact: true }).tap()
  await expect.poll(() => stateOf(id)).toBe('handling')
  await page.getByRole('radio', { name: '已解决' }).waitFor()

  await page.context().setOffline(true)
  await page.getByText('已解决', { exact: true }).tap()
  await page.getByRole('textbox', { name: /答复内容/ }).fill('已疏通下水道，现场已经清理干净。')
  await page.getByRole('form', { name: '答复诉求人' }).getByRole('button', { name: '答复诉求人' }).tap()
  await page.getByRole('link', { name: /待送出/ }).tap()
  await page
    .getByRole('main')
    .getByText(/答复诉求人/)
    .first()
    .waitFor()
  await isAccessible(page, 'field-outbox')
  expect(await stateOf(id)).toBe('handling')

  await page.context().setOffline(false)
  await expect.poll(() => stateOf(id), { timeout: 30_000 }).toBe('replied')
  await page.context().close()
}, 120_000)
