const heading = 'date,kind,name'

/** The days as the server reads them: a list of lines gets the heading that its writer left out. */
export function noticeFile(text: string): string {
  const trimmed = text.trim()
  return /^\d/.test(trimmed) ? `${heading}\n${trimmed}` : trimmed
}
