import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { idOfNumber } from '#kernel/cases'
import { isAccessible, openBrowser, openWindow, phone, picture } from '../browser.ts'
import { callAs, openJourneyHouse } from './house.ts'
import { fileOnPortal, ratePleased } from './portal.ts'

// In a demo the messages stand in the outbox, where the test reads them in place of a telephone.
const { urls } = await openJourneyHouse(['agent'], { LIANXIN_DEMO: 'true' })
const browser = await openBrowser()
const MINE = '13800010001'
const filed: { number: string; receipt: string }[] = []

/** The code that a phone was sent last. */
async function codeOf(number: string): Promise<string> {
  const { rows } = (await (await fetch(`${urls[0]}/api/v1/outbox`)).json()) as Outbox
  return /\d{6}/.exec(rows.find(({ to, title }) => to === number && title === '验证码')?.text ?? '')?.[0] ?? ''
}

interface Outbox {
  readonly rows: readonly { readonly to: string; readonly title: string; readonly text: string }[]
}

async function askForCode(page: Page, button: string): Promise<void> {
  await page.getByRole('textbox', { name: /电话|phone/i }).fill(MINE)
  await page.getByRole('button', { name: button }).click()
}

async function follow(page: Page): Promise<void> {
  await page.goto(`${urls[1]}/follow`)
  await askForCode(page, '把验证码给我')
  await page.getByRole('textbox', { name: '验证码' }).fill(await codeOf(MINE))
  await page.getByRole('button', { name: '看我反映过的事' }).click()
  await page.getByRole('heading', { name: '我反映过的事', level: 1 }).waitFor()
}

beforeAll(async () => {
  const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#7a8f6a' } })
    .png()
    .toBuffer()
  const said = { place: '向阳社区 3 号楼', phone: MINE }
  for (const text of ['楼道里的灯坏了三天，老人上下楼看不清。', '小区门口积水，出行不方便。']) {
    const page = await openWindow(browser, phone)
    filed.push(await fileOnPortal(page, urls[0], { ...said, text, photo }, { name: 'portal-prepared', axe: false }))
    await page.context().close()
  }
  const agent = await callAs(urls[0], 'agent')
  const answer = { text: '已通知物业今天下午换灯，换好后会打电话告诉您。' }
  await agent(`/cases/${idOfNumber(filed[0]!.number)}/answers`, answer, { 'if-match': '"1"' })
}, 120_000)

test('by the code that their phone was sent a resident finds both requests, opens one, sees its photo and rates it', async () => {
  const page = await openWindow(browser, phone)
  await follow(page)
  await isAccessible(page, 'portal-mine')
  const rows = page.locator('main h2 a')
  expect(await rows.allTextContents()).toEqual([
    expect.stringContaining('小区门口积水'),
    expect.stringContaining('楼道里的灯'),
  ])
  await rows.last().click()
  await page.getByText('已通知物业今天下午换灯').first().waitFor()
  const photo = page.getByRole('img', { name: '照片 1' })
  await photo.scrollIntoViewIfNeeded()
  await expect.poll(() => photo.evaluate((each) => (each as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
  await isAccessible(page, 'portal-own-case')
  await ratePleased(page)
  await page.goto(`${urls[0]}/mine/${filed[0]!.number}`)
  await page.getByText('您已经评价过').waitFor()
  await page.getByRole('button', { name: '退出' }).click()
  await page.goto(`${urls[0]}/mine`)
  await page.getByRole('heading', { name: '查进度', level: 1 }).waitFor()
  await page.context().close()
})

test('a wrong code is told at the top, and the page can be used again', async () => {
  const page = await openWindow(browser, phone)
  await page.goto(`${urls[0]}/follow`)
  await isAccessible(page, 'portal-follow-both')
  await askForCode(page, '把验证码给我')
  await isAccessible(page, 'portal-code')
  await page.getByRole('textbox', { name: '验证码' }).fill('000')
  await page.getByRole('button', { name: '看我反映过的事' }).click()
  await page
    .getByRole('alert')
    .getByRole('link', { name: /验证码不对/ })
    .waitFor()
  await isAccessible(page, 'portal-code-wrong')
  await page.getByRole('textbox', { name: '验证码' }).fill(await codeOf(MINE))
  await page.getByRole('button', { name: '看我反映过的事' }).click()
  await page.getByRole('heading', { name: '我反映过的事' }).waitFor()
  await page.context().close()
})

test('in large text and in English every page of a resident is as accessible', async () => {
  const page = await openWindow(browser, phone)
  await follow(page)
  const all = ['/', '/file', '/follow', '/mine', `/mine/${filed[1]!.number}`, '/published', '/figures', '/guide']
  for (const setting of ['elder=1', 'language=en']) {
    await page.goto(`${urls[0]}/preferences?${setting}&back=/`)
    for (const path of all) {
      await page.goto(`${urls[0]}${path}`)
      await isAccessible(page, `portal-${setting.replace('=', '-')}${path.replaceAll('/', '-')}`)
    }
  }
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.goto(`${urls[0]}/follow`)
  await askForCode(page, 'Give me the code')
  await page.getByRole('heading', { name: 'Enter the code' }).waitFor()
  await isAccessible(page, 'portal-en-elder-code')
  await page.context().close()
})

test('without script a resident files with a photo, follows at once, and by phone too', async () => {
  const page = await openWindow(browser, { ...phone, javaScriptEnabled: false })
  const photo = await sharp({ create: { width: 64, height: 64, channels: 3, background: 'teal' } })
    .png()
    .toBuffer()
  const said = { text: '健身器材松动，请来看看。', place: '向阳花园', photo }
  const { number } = await fileOnPortal(page, urls[0], said, { name: 'portal-plain', axe: false })
  await page.getByRole('button', { name: '现在就看进度' }).click()
  await page.getByText('健身器材松动').first().waitFor()
  expect(new URL(page.url()).pathname).toBe(`/mine/${number}`)
  await page.getByRole('img', { name: '照片 1' }).waitFor()
  await picture(page, 'portal-plain-case')
  await follow(page)
  expect(await page.locator('main h2 a').count()).toBe(2)
  await page.context().close()
})
