/** Makes the buttons for printing and copying work; without script they are not shown. */
export function offerPrintAndCopy(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-act]')) {
    // Browsers let only pages on a safe connection write to the clipboard.
    if (button.dataset.act === 'copy' && !navigator.clipboard) button.remove()
    button.addEventListener('click', () => (button.dataset.act === 'print' ? print() : copy(button)))
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const pairs = [...document.querySelectorAll('#slip > div')]
  const lines = pairs.map((pair) => [...pair.children].map((part) => part.textContent).join(' '))
  await navigator.clipboard.writeText(lines.join('\n'))
  button.textContent = button.dataset.done ?? ''
}
