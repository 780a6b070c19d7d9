// Without I, O, S, V and Z, which are misread.
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/**
 * The unified social credit code of an organisation in its written form (18 signs), or null where it is misread. @rule X21
 */
export function creditCode(typed: string): string | null {
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  const values = [...code].map((sign) => SIGNS.indexOf(sign))
  if (values.length !== 18 || values.includes(-1)) return null
  return values[17] === checkValue(values) ? code : null
}

function checkValue(values: readonly number[]): number {
  let weight = 1
  let sum = 0
  for (const value of values.slice(0, 17)) {
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return (31 - (sum % 31)) % 31
}
