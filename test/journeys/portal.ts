import type { Page } from 'playwright-core'
import { isAccessible, picture } from '../browser.ts'

/** What a resident says in the four steps. */
export interface Said {
  readonly text: string
  readonly place: string
  readonly phone?: string
  /** A picture of theirs, as bytes. */
  readonly photo?: Buffer
}

/** Under which name each page on the way is looked at; without axe a picture is all, as where scripts may not run. */
export interface Looking {
  readonly name: string
  readonly axe?: boolean
}

const look = (page: Page, name: string, { axe = true }: Looking): Promise<void> =>
  axe ? isAccessible(page, name) : picture(page, name)

/** A resident files without an account. @returns number and receipt code, as they stand on the slip */
export async function fileOnPortal(
  page: Page,
  url: string,
  said: Said,
  looking: Looking = { name: 'portal' },
): Promise<{ number: string; receipt: string }> {
  await page.goto(`${url}/`)
  await look(page, `${looking.name}-home`, looking)
  await page.getByRole('link', { name: '我要反映' }).first().click()
  const arriveAt = async (step: number) => {
    await page.getByText(`第 ${step} 步`).first().waitFor()
    await look(page, `${looking.name}-file-${step}`, looking)
  }
  const onTo = async (step: number) => {
    await page.getByRole('button', { name: '下一步' }).click()
    await arriveAt(step)
  }
  await arriveAt(1)
  await page.getByRole('textbox').first().fill(said.text)
  await onTo(2)
  await page.getByRole('textbox').first().fill(said.place)
  await onTo(3)
  if (said.phone) await page.getByRole('textbox', { name: /联系电话/ }).fill(said.phone)
  await onTo(4)
  if (said.photo)
    await page.locator('#photos').setInputFiles({ name: '楼道.png', mimeType: 'image/png', buffer: said.photo })
  await page.getByRole('button', { name: '送出这件诉求' }).click()
  const slip = page.locator('#slip dd')
  await slip.first().waitFor()
  await look(page, `${looking.name}-filed`, looking)
  const [number = '', receipt = ''] = await slip.allTextContents()
  return { number, receipt }
}

/** Answers the rating form and waits for the thanks. */
export async function ratePleased(page: Page): Promise<void> {
  await page.getByRole('radio', { name: '解决了', exact: true }).check()
  await page.getByRole('radio', { name: '非常满意' }).check()
  await page.getByRole('button', { name: '送出我的评价' }).click()
  await page.getByRole('heading', { name: /谢谢/, level: 1 }).waitFor()
}
