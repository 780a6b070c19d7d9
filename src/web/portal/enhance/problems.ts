/** Takes the reader to the summary of what must be mended. */
export function leadToProblems(): void {
  document.getElementById('problems')?.focus()
}
