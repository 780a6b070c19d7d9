// Long side in pixels: a number plate or a crack stays readable, and nine photos pass over a weak line.
const longSide = 2048
const smallEnough = 1_000_000

/** Makes chosen photos smaller before they are sent; a picture that the browser cannot read goes as it is. */
export function shrinkPhotos(): void {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  input?.addEventListener('change', async () => {
    const chosen = [...(input.files ?? [])].slice(0, Number(input.dataset.max))
    const sent = new DataTransfer()
    for (const file of await Promise.all(chosen.map(shrunk))) sent.items.add(file)
    input.files = sent.files
  })
}

async function shrunk(file: File): Promise<File> {
  if (file.size <= smallEnough || !/^image\/(jpeg|png|webp)$/.test(file.type)) return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const smaller = await drawn(picture, Math.min(1, longSide / Math.max(picture.width, picture.height)))
    return smaller.size < file.size ? new File([smaller], `${file.name}.jpg`, { type: 'image/jpeg' }) : file
  } catch {
    return file
  }
}

function drawn(picture: ImageBitmap, scale: number): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture'))), 'image/jpeg', 0.85),
  )
}
