const MOBILE = /^1[3-9]\d{9}$/
const LANDLINE = /^0(?:10|2\d|[3-9]\d\d)\d{7,8}$/
const LOCAL = /^[2-9]\d{6,7}$/
const SERVICE = /^[48]00\d{7}$/
const FOREIGN = /^\+(?!86)[1-9]\d{6,14}$/
const EXTENSION = /^(?<main>.*?)(?:转|ext\.?|x|-)\s*(?<extension>\d{1,5})$/i

/**
 * One written form per telephone: 13812341234, 04191234567, 1234567 (without area code), 4001234567, +85212345678;
 * an extension follows an x. Null where it is none. +86, 0086, spaces, dashes, brackets and full-width digits are allowed.
 */
export function phoneNumber(typed: string): string | null {
  const text = typed.normalize('NFKC').trim()
  return bare(text) ?? withExtension(text)
}

function bare(text: string): string | null {
  const digits = text.replace(/[\s().\p{Pd}]/gu, '').replace(/^00(?=[1-9])/, '+')
  const home = inland(digits)
  return [MOBILE, LANDLINE, LOCAL, SERVICE, FOREIGN].some((form) => form.test(home)) ? home : null
}

// After the country's number an area code is written without its 0.
function inland(digits: string): string {
  const rest = /^\+?86(?=\d{9,11}$)/.test(digits) ? digits.replace(/^\+?86/, '') : digits
  const areaLostItsZero = digits.startsWith('+86') && !MOBILE.test(rest) && !SERVICE.test(rest)
  return areaLostItsZero ? `0${rest.replace(/^0/, '')}` : rest
}

function withExtension(text: string): string | null {
  const { main, extension } = EXTENSION.exec(text)?.groups ?? {}
  const number = main === undefined ? null : bare(main)
  return number !== null && !MOBILE.test(number) ? `${number}x${extension}` : null
}

/** Whether a text message can reach it. */
export const isMobile = (phone: string): boolean => MOBILE.test(phone)
