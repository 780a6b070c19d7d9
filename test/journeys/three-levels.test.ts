import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isAccessible, openBrowser, openWindow, phone, picture } from '../browser.ts'
import type { CastStaff } from '../cast.ts'
import { choose, logInAtDesk, openFromList, pickUnit, standsIn } from './desk.ts'
import { openJourneyHouse } from './house.ts'
import { fileOnPortal, ratePleased } from './portal.ts'

const server = await openJourneyHouse(['agent', 'dispatcher', 'reviewer', 'bridgeDispatcher', 'sunnyWorker'])
const browser = await openBrowser()

/** A window of each person, on one process or the other. */
async function at(person: CastStaff, which: 0 | 1 = 0) {
  const page = await openWindow(browser)
  await logInAtDesk(page, server.urls[which], person)
  return page
}

/** A resident files on a phone, without an account. @returns number and receipt code */
async function fileOnThePhone(text: string, place: string): Promise<{ number: string; receipt: string }> {
  const page = await openWindow(browser, phone)
  const slip = await fileOnPortal(page, server.urls[0], { text, place })
  await page.context().close()
  return slip
}

/** The whole way of one request: 区 → 街道 → 社区 and back to whoever asked, and to the public page. */
async function travels(text: string, place: string): Promise<void> {
  const { number, receipt } = await fileOnThePhone(text, place)
  const title = text.slice(0, 8)

  const dispatcher = await at('dispatcher')
  await openFromList(dispatcher, title)
  await isAccessible(dispatcher, 'desk-list-and-case')
  await choose(dispatcher, '派单')
  await pickUnit(dispatcher, '派给', '桥东街道')
  await isAccessible(dispatcher, 'desk-dispatch-form')
  await dispatcher.getByRole('button', { name: /派给桥东街道/ }).click()
  await standsIn(dispatcher, '待签收')

  const street = await at('bridgeDispatcher', 1)
  await openFromList(street, title)
  await choose(street, '转派下级')
  await pickUnit(street, '转派给', '向阳社区')
  await street.getByRole('button', { name: /转派给向阳社区/ }).click()
  await standsIn(street, '待签收')

  const worker = await at('sunnyWorker')
  await openFromList(worker, title)
  await choose(worker, '签收')
  await standsIn(worker, '办理中')
  await choose(worker, '联系诉求人')
  await worker.getByRole('radio', { name: '是' }).first().check()
  await worker.getByRole('radio', { name: '电话' }).first().check()
  await worker
    .getByRole('button', { name: /^联系诉求人/ })
    .last()
    .click()
  await worker.getByRole('form').waitFor({ state: 'detached' })
  await choose(worker, '答复诉求人')
  await worker.getByRole('radio', { name: '已解决' }).check()
  await worker.getByRole('textbox', { name: /答复内容/ }).fill('已派人到场处理，问题已经解决，感谢您的反映。')
  await isAccessible(worker, 'desk-reply-form')
  await worker
    .getByRole('button', { name: /^答复诉求人/ })
    .last()
    .click()
  await standsIn(worker, '已答复，待回访')

  await followAndRate(number, receipt)

  const agent = await at('agent')
  await openFromList(agent, title)
  await choose(agent, '回访')
  await agent.getByRole('radio', { name: '是' }).first().check()
  await agent.getByRole('button', { name: /^回访/ }).last().click()
  await standsIn(agent, '已回访，待办结')
  await choose(agent, '办结')
  await agent.getByRole('button', { name: /^办结/ }).last().click()
  await standsIn(agent, '已办结')
  await choose(agent, '提出公开')
  await agent.getByRole('textbox', { name: /公开标题/ }).fill('居民反映的问题')
  await agent.getByRole('textbox', { name: /公开的诉求/ }).fill('居民反映身边的一件事情。')
  await agent.getByRole('textbox', { name: /公开的答复/ }).fill('已派人处理完毕。')
  await agent
    .getByRole('button', { name: /^提出公开/ })
    .last()
    .click()
  await agent.getByRole('form').waitFor({ state: 'detached' })

  const reviewer = await at('reviewer')
  await openFromList(reviewer, title)
  await choose(reviewer, '复核并公开')
  await reviewer.getByRole('region', { name: '现在可以办' }).getByRole('button', { name: '撤下公开' }).waitFor()
  await isPublic(number)
  for (const page of [dispatcher, street, worker, agent, reviewer]) await page.context().close()
}

/** The resident follows by number and receipt code, and rates. */
async function followAndRate(number: string, receipt: string): Promise<void> {
  const page = await openWindow(browser, phone)
  await page.goto(`${server.urls[1]}/follow`)
  await isAccessible(page, 'portal-follow')
  await page.getByRole('textbox', { name: /编号/ }).fill(number)
  await page.getByRole('textbox', { name: /查询码/ }).fill(receipt)
  await page.getByRole('button', { name: '查这件事的进度' }).click()
  await page.getByText('已派人到场处理', { exact: false }).first().waitFor()
  await isAccessible(page, 'portal-case')
  await ratePleased(page)
  await isAccessible(page, 'portal-rated')
  await page.context().close()
}

async function isPublic(number: string): Promise<void> {
  const page = await openWindow(browser, phone)
  await page.goto(`${server.urls[0]}/published`)
  await page
    .getByRole('link', { name: /居民反映的问题/ })
    .first()
    .waitFor()
  await isAccessible(page, 'portal-published')
  await page.goto(`${server.urls[0]}/published/${number}`)
  await page.getByText('已派人处理完毕。').first().waitFor()
  expect(await page.locator('main').textContent()).toContain('满意')
  await picture(page, 'portal-publication')
  await page.context().close()
}

test('a request travels the three levels in the browser and comes back, published and rated', async () => {
  await travels('楼道里的灯坏了三天，老人上下楼看不清，请派人来修一下。', '向阳社区')
}, 180_000)

const MESSAGES = path.resolve('../shared/data/requests/hot_messages.jsonl')
test.skipIf(!existsSync(MESSAGES))(
  'a real message travels the same way (skipped without ../shared/data)',
  async () => {
    const [line] = readFileSync(MESSAGES, 'utf8').split('\n').slice(10)
    const { detail } = JSON.parse(line!) as { detail: string }
    await travels(detail.replace(/\s+/g, '').slice(0, 300), '向阳社区')
  },
  180_000,
)
