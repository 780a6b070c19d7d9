import type { requestKinds } from './contract.ts'

export type Kind = (typeof requestKinds)[number]

// The first rule that holds decides: an accusation is handled unlike a complaint, thanks unlike both.
const rules: readonly (readonly [Kind, RegExp])[] = [
  ['report', /举报|检举|实名反映.{0,10}(?:违法|违纪)|贪污|受贿/],
  ['praise', /表扬|锦旗|点赞|特别感谢|(?:^|[，。！])感谢(?!.{0,6}(?:解决|回复|处理))/],
  ['complaint', /投诉|乱收费|不作为|扰民|推诿|强烈要求|严重影响|态度恶劣|欺骗|拖欠|霸王|违规|黑心|无人管|没人管/],
  ['enquiry', /咨询|请问|想问|问一下|何时|什么时候|怎么办理|如何办理|是否|能否|可以吗|需要什么|哪里/],
  ['suggestion', /建议|希望.{0,12}(?:增设|增加|设立|安装|开通|加强)|提个意见/],
  ['help', /求助|帮忙|帮帮|坏了|漏水|停水|停电|不亮|堵了|不热|请.{0,6}(?:修|派人|处理|解决)/],
]

/** What the words ask for; null where they leave it open. */
export function guessKind(text: string): Kind | null {
  return rules.find(([, words]) => words.test(text))?.[0] ?? null
}
