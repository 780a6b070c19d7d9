import { normalText } from '#platform/text-normal'

const DIGITS = '零一二三四五六七八九'
// Only where a number of a house follows: 三里河 and 八一路 are names.
const NUMERAL = /[一二三四五六七八九十]{1,3}(?=(?:号楼|号院|栋|幢|单元|期|座))/g
const BUILDING = /(?<=\d)(?:#楼|号楼|栋|幢|#)/g

/** A name of a place as it is compared: one width, lower case, 三号楼 = 3栋 = 3#楼 = 3号楼, spaces kept. */
export function placeText(text: string): string {
  return normalText(text).replace(NUMERAL, arabic).replace(BUILDING, '号楼')
}

/** The same without anything but letters and digits: equal for equal names. */
export const placeKey = (name: string): string => placeText(name).replace(/[^\p{L}\p{N}]/gu, '')

function arabic(numeral: string): string {
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['', numeral]
  if (ones!.length > 1 || tens!.length > 1) return numeral
  const ten = numeral.includes('十') ? DIGITS.indexOf(tens || '一') * 10 : 0
  return String(ten + (ones ? DIGITS.indexOf(ones) : 0))
}

// An address has no full stop inside; names that meet only across one are none.
const BREAKS = /[，,。；;！!？?：:\n\r\t]+/u
const SHORTEST = 2
const LONGEST = 20
// Where it is, is said early or not at all; the rest would only cost time.
const READ = 600

/** Every piece of a text that could be the name of a place. */
export function possibleKeys(text: string): string[] {
  const pieces = new Set<string>()
  for (const part of placeText(text.slice(0, READ)).split(BREAKS)) {
    const signs = [...part.replace(/[^\p{L}\p{N}]/gu, '')]
    for (let from = 0; from < signs.length; from++) {
      for (let to = from + SHORTEST; to <= Math.min(signs.length, from + LONGEST); to++) {
        pieces.add(signs.slice(from, to).join(''))
      }
    }
  }
  return [...pieces]
}
