import { uploadStaffFile } from '#kernel-contract/files'
import { newKey, send } from '#kit'
import type { ResponseOf } from '#platform/contract'

export type Uploaded = ResponseOf<typeof uploadStaffFile>

/** Gives a file to the server, which looks at its content and strips where a picture was taken. @throws Failure */
export async function upload(file: File): Promise<Uploaded> {
  const body = new FormData()
  body.append('file', file)
  const { method, path } = uploadStaffFile
  return (await send('', { method, path, body, idempotencyKey: newKey() })) as Uploaded
}
