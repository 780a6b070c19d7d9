// The visible number is the id with a check digit (ISO 7064 MOD 11,10): no counter row to wait for, and a misread digit is caught.
const width = 9

/** The number people read out for a case: eight or more digits of the id, and a check digit, e.g. '0000012345-8' without the dash. */
export function numberOf(id: number): string {
  const digits = String(id).padStart(width, '0')
  return digits + checkDigit(digits)
}

/** The id behind a number as typed (spaces, dashes and full-width digits allowed), or null when the check digit says it is misread. */
export function idOfNumber(typed: string): number | null {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '')
  if (!/^\d{10,16}$/.test(digits)) return null
  const body = digits.slice(0, -1)
  return checkDigit(body) === digits.at(-1) ? Number(body) : null
}

function checkDigit(digits: string): string {
  let product = 10
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10 || 10
    product = (sum * 2) % 11
  }
  return String((11 - product) % 10)
}
