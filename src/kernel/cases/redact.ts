/** What stands in place of something that names a person. */
const mark = '＊＊'

// Each pattern finds one kind of thing that may not be published. @rule C15
const patterns: readonly RegExp[] = [
  /[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]/g, // identity numbers
  /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g, // mobile phones
  /(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/g, // land lines
  /(?<!\d)\d{7,}(?!\d)/g, // any other long number: accounts, cards
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·\s]?[A-Z0-9]{5,6}/g, // number plates
  /[\w.+-]+@[\w-]+\.[\w.]+/g, // e-mail
  /(?:微信|QQ|qq)(?:号)?[:：]?\s*[\w-]{5,}/g,
  // addresses below the community: building, entrance, floor, room
  /[\dA-Za-z一二三四五六七八九十]{1,4}(?:号楼|栋|幢|座|单元|层|楼)(?:[\dA-Za-z一二三四五六七八九十-]{1,5}(?:单元|层|楼|号|室|户))*(?:\d{1,5}(?!\d))?/g,
  /\d{1,5}[-－]\d{1,4}(?:[-－]\d{1,4})?(?:室|号|户)?/g,
]

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤'
const titled = new RegExp(
  `[${surnames}][\\u4e00-\\u9fff]{0,2}(?=先生|女士|同志|师傅|阿姨|大爷|大妈|奶奶|爷爷|老师|主任|书记|科长|局长|经理|医生)`,
  'g',
)
const introduced = new RegExp(
  `(?<=我叫|我是|姓名[:：]?|联系人[:：]?|本人)[${surnames}][\\u4e00-\\u9fff]{1,2}(?=[，,。；\\s]|$|的|住|家)`,
  'g',
)

/**
 * Proposes public words: names, phones, identity numbers, plates and addresses below the community are struck out.
 * A person still reads it: this proposes, a second person releases. @rule C15
 */
export function redact(text: string, names: readonly string[] = []): string {
  let redacted = text
  for (const name of names) if (name.length > 1) redacted = redacted.replaceAll(name, mark)
  for (const pattern of [...patterns, titled, introduced]) redacted = redacted.replace(pattern, mark)
  return redacted.replace(/(?:＊＊[\s，,、]*){2,}/g, mark)
}
