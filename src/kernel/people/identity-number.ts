const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'
const SHAPE = /^[1-9]\d{5}(?<year>(?:18|19|20|21)\d\d)(?<month>\d\d)(?<day>\d\d)\d{3}[\dX]$/

/**
 * The citizen identity number in its written form (18 signs, X in upper case), or null where length, date of birth or
 * check digit say that it is misread. Spaces, dashes and full-width digits are allowed. @rule X20
 */
export function identityNumber(typed: string): string | null {
  const number = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  const birth = SHAPE.exec(number)?.groups
  if (!birth || !isDate(Number(birth.year), Number(birth.month), Number(birth.day))) return null
  return number.at(-1) === checkDigit(number) ? number : null
}

function checkDigit(number: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return CHECKS[sum % 11]!
}

function isDate(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  return day >= 1 && day <= days
}
