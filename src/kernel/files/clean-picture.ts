import sharp from 'sharp'

export interface Cleaned {
  readonly content: Buffer
  readonly width: number
  readonly height: number
  /** A small WebP for lists. */
  readonly thumbnail: Buffer
}

export interface PictureLimits {
  /** The longest side kept, in pixels. */
  readonly side: number
  /** More pixels are not even opened: a small file can unfold to gigabytes. */
  readonly pixels: number
}

const SMALL = 480

/**
 * The picture made anew from its pixels: upright, in its own format, without location, camera, time or any other hidden
 * data. @throws Error where it cannot be opened
 */
export async function cleanPicture(content: Buffer, { side, pixels }: PictureLimits): Promise<Cleaned> {
  const upright = () => sharp(content, { limitInputPixels: pixels, failOn: 'error' }).autoOrient()
  const fitted = upright().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
  const { data, info } = await fitted.toBuffer({ resolveWithObject: true })
  const thumbnail = await upright()
    .resize({ width: SMALL, height: SMALL, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 70 })
    .toBuffer()
  return { content: data, width: info.width, height: info.height, thumbnail }
}
