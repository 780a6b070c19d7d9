const stars = (count: number): string => '*'.repeat(Math.max(count, 1))

/** 张*生, 李*, J*** S***: what the public may see of a name. */
export function maskName(name: string): string {
  const text = name.trim()
  if (!/\p{Script=Han}/u.test(text)) return text.replace(/\S+/gu, (word) => `${[...word][0]}***`)
  const signs = [...text]
  if (signs.length < 3) return signs.length === 1 ? '*' : `${signs[0]}*`
  return signs[0] + stars(signs.length - 2) + signs.at(-1)
}

/** 138****1234, 0419****4567: the last four digits and at most the four first ones. */
export function maskPhone(phone: string): string {
  if (phone.length < 7) return stars(phone.length - 1) + phone.slice(-1)
  const head = Math.max(0, Math.min(4, phone.length - 8))
  return phone.slice(0, head) + stars(phone.length - head - 4) + phone.slice(-4)
}

/** **************002X: neither the home district nor the date of birth is shown. */
export const maskIdentity = (last4: string): string => stars(14) + last4
