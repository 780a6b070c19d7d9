import { createECDH } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import type { settingsReader } from './config-read.ts'
import { fileSecret } from './secrets.ts'
import { StartError } from './start-error.ts'

export type DataKey = { readonly id: number; readonly key: Buffer }

/** `dataKeys` encrypt personal data: the first writes, all read. Backups hold none of these. */
export type SecretsConfig = {
  dataKeys: readonly [DataKey, ...DataKey[]]
  lookupKey: Buffer
  sessionSecret: string
  backupKey: Buffer
  push: { publicKey: string; privateKey: string }
}

const KEY_FILE = /^data-key-(\d+)$/

/** Each from its setting, else from its file, which the first start makes. @throws StartError for a key of wrong length */
export function readSecrets(read: ReturnType<typeof settingsReader>, directory: string): SecretsConfig {
  return {
    dataKeys: givenKeys(read.text('DATA_KEYS')) ?? filedKeys(directory),
    lookupKey: key('LOOKUP_KEY', read.text('LOOKUP_KEY') ?? fileSecret(directory, 'lookup-key')),
    sessionSecret: read.text('SESSION_SECRET') ?? fileSecret(directory, 'session-secret'),
    backupKey: key('BACKUP_KEY', read.text('BACKUP_KEY') ?? fileSecret(directory, 'backup-key')),
    push: pushKeys(fileSecret(directory, 'push-key')),
  }
}

function givenKeys(text: string | undefined): [DataKey, ...DataKey[]] | undefined {
  const [first, ...rest] = text?.split(',').map((pair) => dataKey(pair.trim())) ?? []
  return first && [first, ...rest]
}

function dataKey(pair: string): DataKey {
  const [, id, text] = /^(\d+):(.+)$/.exec(pair) ?? []
  if (!id || !text) throw new StartError('DATA_KEYS must be id:key pairs separated by commas, such as 2:…,1:….')
  return { id: Number(id), key: key('DATA_KEYS', text) }
}

function filedKeys(directory: string): [DataKey, ...DataKey[]] {
  const names = existsSync(directory) ? readdirSync(directory) : []
  const ids = names.flatMap((name) => KEY_FILE.exec(name)?.[1] ?? []).map(Number)
  const [newest = 1, ...older] = ids.sort((a, b) => b - a)
  const load = (id: number) => ({ id, key: key(`data-key-${id}`, fileSecret(directory, `data-key-${id}`)) })
  return [load(newest), ...older.map(load)]
}

function key(name: string, text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length === 32) return bytes
  throw new StartError(`${name} must be 32 bytes as base64url; it has ${bytes.length}.`)
}

function pushKeys(secret: string): SecretsConfig['push'] {
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(Buffer.from(secret, 'base64url'))
  return { publicKey: curve.getPublicKey('base64url'), privateKey: secret }
}
