import { createECDH } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import type { settingsReader } from './config-read.ts'
import type { VaultKeys } from './crypto.ts'
import { fileSecret } from './secrets.ts'
import { StartError } from './start-error.ts'

/** What must never lie in the database or a backup. Keys are 32 bytes. */
export type SecretsConfig = {
  vault: VaultKeys
  sessionSecret: string
  backupKey: Buffer
  push: { publicKey: string; privateKey: string }
}

type SealingKeys = Pick<VaultKeys, 'keys' | 'currentKey'>

const KEY_FILE = /^data-key-(\d+)$/

/** Each from its setting, else from its file, which the first start makes. @throws StartError for a key of wrong length */
export function readSecrets(read: ReturnType<typeof settingsReader>, directory: string): SecretsConfig {
  const lookupKey = read.text('LOOKUP_KEY') ?? fileSecret(directory, 'lookup-key')
  const backupKey = read.text('BACKUP_KEY') ?? fileSecret(directory, 'backup-key')
  return {
    vault: {
      ...(givenKeys(read.text('DATA_KEYS')) ?? filedKeys(directory)),
      lookupKey: checked('LOOKUP_KEY', lookupKey),
      algorithm: read.choice('DATA_CIPHER', 'aes-256-gcm', 'sm4-ctr-hmac-sm3'),
    },
    sessionSecret: read.text('SESSION_SECRET') ?? fileSecret(directory, 'session-secret'),
    backupKey: Buffer.from(checked('BACKUP_KEY', backupKey), 'base64url'),
    push: pushKeys(fileSecret(directory, 'push-key')),
  }
}

function givenKeys(text: string | undefined): SealingKeys | undefined {
  if (!text) return undefined
  const pairs = text.split(',').map((pair) => keyPair(pair.trim()))
  return { keys: Object.fromEntries(pairs), currentKey: pairs[0]![0] }
}

function keyPair(pair: string): [id: string, key: string] {
  const [, id, text] = /^([\w-]{1,64}):(.+)$/.exec(pair) ?? []
  if (!id || !text) throw new StartError('DATA_KEYS must be id:key pairs separated by commas, such as 2:…,1:….')
  return [id, checked('DATA_KEYS', text)]
}

/** Files data-key-1, data-key-2 …: the highest number seals, the others still open. */
function filedKeys(directory: string): SealingKeys {
  const names = existsSync(directory) ? readdirSync(directory) : []
  const ids = names.flatMap((name) => KEY_FILE.exec(name)?.[1] ?? []).map(Number)
  if (ids.length === 0) ids.push(1)
  const load = (id: number) => checked(`data-key-${id}`, fileSecret(directory, `data-key-${id}`))
  return { keys: Object.fromEntries(ids.map((id) => [String(id), load(id)])), currentKey: String(Math.max(...ids)) }
}

function checked(name: string, text: string): string {
  const { length } = Buffer.from(text, 'base64url')
  if (length === 32) return text
  throw new StartError(`${name} must be 32 bytes as base64url; it has ${length}.`)
}

function pushKeys(secret: string): SecretsConfig['push'] {
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(Buffer.from(secret, 'base64url'))
  return { publicKey: curve.getPublicKey('base64url'), privateKey: secret }
}
