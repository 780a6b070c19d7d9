/** Says how many characters are left, once few are. */
export function countLetters(): void {
  for (const box of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-max]')) watch(box)
}

function watch(box: HTMLTextAreaElement): void {
  const said = document.createElement('p')
  said.className = 'hint'
  said.setAttribute('aria-live', 'polite')
  box.after(said)
  box.addEventListener('input', () => {
    const left = Number(box.dataset.max) - [...box.value].length
    said.textContent = left > 500 ? '' : sentenceOf(box, left)
  })
}

function sentenceOf(box: HTMLTextAreaElement, left: number): string {
  const sentence = left >= 0 ? box.dataset.left : box.dataset.over
  return (sentence ?? '').replace('{n}', String(Math.abs(left)))
}
