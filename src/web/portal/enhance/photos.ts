import { shrinkPhoto } from '#kit/shrink-photo'

/** Makes chosen photos smaller before they are sent, and keeps no more than may be sent. */
export function shrinkPhotos(): void {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  input?.addEventListener('change', async () => {
    const chosen = [...(input.files ?? [])].slice(0, Number(input.dataset.max))
    const sent = new DataTransfer()
    for (const file of await Promise.all(chosen.map(shrinkPhoto))) sent.items.add(file)
    input.files = sent.files
  })
}
