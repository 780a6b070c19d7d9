import type { Page } from 'playwright-core'
import type { CastStaff } from '../cast.ts'
import { PASSWORD, userNameOf } from '../log-in.ts'

/** Logs in at the desk as the person would, and waits for the work list. */
export async function logInAtDesk(page: Page, url: string, person: CastStaff): Promise<void> {
  await page.goto(`${url}/desk/`)
  await page.getByRole('textbox', { name: '用户名' }).fill(userNameOf(person))
  await page.getByRole('textbox', { name: '密码' }).fill(PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '工单', level: 1 }).waitFor()
}

/** Opens the case from the person's own list, as it stands there. */
export async function openFromList(page: Page, title: string): Promise<void> {
  await page
    .getByRole('list', { name: /工单列表/ })
    .getByRole('link', { name: title })
    .first()
    .click()
  await page.getByRole('region', { name: '打开的工单' }).getByRole('heading', { level: 1, name: title }).waitFor()
}

/** Chooses a verb of the open case. */
export async function choose(page: Page, verb: string): Promise<void> {
  await page
    .getByRole('region', { name: '现在可以办' })
    .getByRole('button', { name: verb, exact: false })
    .first()
    .click()
}

/** Picks a unit in the form of a verb, by typing part of its name. */
export async function pickUnit(page: Page, label: string, unit: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label })
  await box.click()
  await box.fill(unit)
  await page.locator('.ant-select-item-option', { hasText: unit }).first().click()
}

/** Waits until the case stands in a state. */
export async function standsIn(page: Page, state: string): Promise<void> {
  await page.getByRole('region', { name: '打开的工单' }).getByText(state, { exact: true }).first().waitFor()
}
