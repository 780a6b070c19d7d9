import { fileTypeFromBuffer } from 'file-type'

/** One name per kind, where several are in use. */
const SAME: Readonly<Record<string, string>> = {
  'audio/vnd.wave': 'audio/wav',
  'audio/x-wav': 'audio/wav',
  'audio/x-m4a': 'audio/mp4',
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/wav': 'wav',
  'audio/amr': 'amr',
  'video/mp4': 'mp4',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
}

/** The kind that the content shows, whatever the file is called; null where it shows none. */
export async function kindOf(content: Buffer): Promise<string | null> {
  const mime = (await fileTypeFromBuffer(content))?.mime
  return mime === undefined ? null : (SAME[mime] ?? mime)
}

export const isPicture = (kind: string): boolean => kind.startsWith('image/')

/** Recordings hold voices: they are stored sealed, and every hearing is recorded. */
export const isRecording = (kind: string): boolean => kind.startsWith('audio/')

/** Of kinds, as people call them: 'jpg、png、pdf'. */
export const endingsOf = (kinds: readonly string[]): string => kinds.map((kind) => ENDINGS[kind] ?? kind).join('、')

// What a file system or a header could take for more than a name.
const UNSAFE = /[\p{Cc}\p{Cf}"*/:<>?\\|]+/gu

/** A name with the ending that belongs to the content, safe to save under. */
export function nameFor(kind: string, given: string): string {
  const ending = ENDINGS[kind] ?? 'bin'
  const bare = given.normalize('NFC').replace(UNSAFE, ' ').trim()
  const stem = bare
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .slice(0, 100)
    .replace(/^\.+/, '')
    .trim()
  return `${stem || '附件'}.${ending}`
}
