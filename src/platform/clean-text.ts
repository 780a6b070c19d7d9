/**
 * What arrived, with its texts as the database can keep them: without NUL and other control characters (line breaks and
 * tabs stay), half characters made whole. Nothing a person typed is lost by it.
 */
export function cleanText<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed().replace(control, '') as T
  if (Array.isArray(value)) return value.map((item) => cleanText(item)) as T
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [cleanText(key), cleanText(item)])) as T
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters it is for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
