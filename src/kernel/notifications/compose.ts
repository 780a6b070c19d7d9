import { isMobile } from '#kernel/people'
import { ruleAt } from '#kernel/settings'
import { dateOf } from '#platform/clock'
import type { Tx } from '#platform/database'
import type { Language } from '#platform/http'
import { addressesOf, type Reachable } from './addresses.ts'
import type { Message, Reason } from './channel.ts'
import type { Sealed } from './notify.ts'
import type { SendingHouse } from './sending-house.ts'
import { fill, said } from './template-text.ts'
import { findTemplate, type Template } from './templates.ts'
import type { Unsent } from './unsent.ts'

interface ApprovedTemplate {
  readonly template: string
  readonly language: Language
  readonly id: string
}

/** The messages of a notification in words, one for each address; or why there are none. Worker scope. */
export async function compose(
  tx: Tx,
  row: Omit<Unsent, 'status'>,
  { vault, clock, timeZone = 'Asia/Shanghai' }: Pick<SendingHouse, 'vault' | 'clock' | 'timeZone'>,
  district: number,
): Promise<Message[] | Reason> {
  const template = findTemplate(row.template)
  if (!template || !row.sealed) return 'noTemplate'
  const sealed = JSON.parse(vault.openText(row.sealed)) as Sealed
  const { addresses, language: own }: Reachable =
    sealed.address === undefined ? await addressesOf(tx, vault, row) : given(sealed.address, row)
  if (addresses.length === 0) return 'noAddress'
  const language = row.language ?? own ?? 'zh'
  const content = contentOf(template, sealed.parameters, language, timeZone)
  if (!content) return 'noTemplate'
  const { value: approved } = await ruleAt<ApprovedTemplate[]>(tx, 'notify.smsTemplates', dateOf(clock.now(), timeZone))
  const templateId = approved.find((each) => each.template === row.template && each.language === language)?.id
  return addresses.map((address, part) => ({
    key: `n${district}-${row.id}-${part}`,
    address,
    template: row.template,
    templateId: templateId ?? `${row.template}.${language}`,
    language,
    ...content,
    urgent: row.urgent,
    caseId: row.caseId ?? undefined,
  }))
}

const given = (address: string, { channel }: Pick<Unsent, 'channel'>): Reachable => ({
  addresses: channel === 'sms' && !isMobile(address) ? [] : [address],
})

// A row of an older version may lack what today's template asks for.
function contentOf(template: Template, parameters: Sealed['parameters'], language: Language, timeZone: string) {
  try {
    const words = Object.entries(parameters).map(([name, value]) => [name, said(value, language, timeZone)])
    return {
      title: template.title[language],
      text: fill(template.text[language], parameters, language, timeZone),
      words: Object.fromEntries(words) as Record<string, string>,
      validFor: template.validMinutes && template.validMinutes * 60,
    }
  } catch {
    return null
  }
}
