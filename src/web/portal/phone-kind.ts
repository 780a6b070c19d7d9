/** What kind of telephone number was typed, whatever its width, spaces and hyphens; null where it is none. */
export function phoneKind(typed: string): 'mobile' | 'landline' | 'foreign' | null {
  const plain = typed.normalize('NFKC')
  const digits = plain.replace(/[\s()+-]/g, '')
  if (/^(?:86)?1\d{10}$/.test(digits)) return 'mobile'
  if (/^0\d{9,11}$/.test(digits) || /^[48]00\d{7}$/.test(digits)) return 'landline'
  // Abroad at most 15 digits are in use (ITU-T E.164).
  return plain.startsWith('+') && /^\d{7,15}$/.test(digits) ? 'foreign' : null
}
