// Long side in pixels: a number plate or a crack stays readable, and nine photos pass over a weak line.
const longSide = 2048
const smallEnough = 1_000_000

/** A photo made smaller before it is sent; small ones, and pictures that the browser cannot read, stay as they are. */
export async function shrinkPhoto(file: File): Promise<File> {
  if (file.size <= smallEnough || !/^image\/(jpeg|png|webp)$/.test(file.type)) return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const smaller = await draw(picture, Math.min(1, longSide / Math.max(picture.width, picture.height)))
    return smaller.size < file.size ? new File([smaller], `${file.name}.jpg`, { type: 'image/jpeg' }) : file
  } catch {
    return file
  }
}

function draw(picture: ImageBitmap, scale: number): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture'))), 'image/jpeg', 0.85),
  )
}
