import path from 'node:path'
import { type DatabasesConfig, readDatabases } from './config-databases.ts'
import { settingsReader } from './config-read.ts'
import { readSecrets, type SecretsConfig } from './config-secrets.ts'
import { type Environment, SETTINGS } from './config-settings.ts'
import { openDataDirectory } from './data-directory.ts'
import { StartError } from './start-error.ts'

/** How this process was set up; absent channels are undefined. */
export type Config = Readonly<{
  port: number
  host: string
  publicUrl: string
  trustProxy: boolean
  dataDir: string
  filesDir: string
  secretsDir: string
  process: 'all' | 'web' | 'worker'
  demo: boolean
  logLevel: 'debug' | 'info' | 'warn' | 'error'
  sessionIdleMinutes: number
  databasePool: number
  /** undefined: the embedded database is to be started, and its address given as MIGRATION_DATABASE_URL. */
  databases: DatabasesConfig | undefined
  sms: { url: string; key: string; signature: string } | undefined
  smpp: { url: string; source: string; signature: string } | undefined
  mail: { url: string; from: string } | undefined
  pushContact: string | undefined
  oidc: { issuer: string; clientId: string; clientSecret: string } | undefined
  secrets: SecretsConfig
}>

/** Reads all settings, making the secrets on the first start. @throws StartError with one sentence for a wrong one */
export function loadConfig(env: Environment): Config {
  refuseUnknown(env)
  const read = settingsReader(env)
  const port = read.count('PORT', 9677, 65_535)
  const dataDir = openDataDirectory(read.text('LIANXIN_DATA') ?? defaultDataDir())
  const secretsDir = path.resolve(read.text('LIANXIN_SECRETS') ?? path.join(dataDir, 'secrets'))
  const databases = readDatabases(read)
  return Object.freeze({
    port,
    host: read.text('HOST') ?? '0.0.0.0',
    publicUrl: (read.url('PUBLIC_URL', 'http', 'https') ?? `http://localhost:${port}`).replace(/\/$/, ''),
    trustProxy: read.flag('TRUST_PROXY', false),
    dataDir,
    filesDir: path.resolve(read.text('LIANXIN_FILES') ?? path.join(dataDir, 'files')),
    secretsDir,
    process: read.choice('LIANXIN_PROCESS', 'all', 'web', 'worker'),
    demo: read.flag('LIANXIN_DEMO', databases === undefined),
    logLevel: read.choice('LOG_LEVEL', 'warn', 'error', 'info', 'debug'),
    sessionIdleMinutes: read.count('SESSION_IDLE_MINUTES', 30, 1440),
    databasePool: read.count('DATABASE_POOL', 8, 200),
    databases,
    ...readChannels(read),
    secrets: readSecrets(read, secretsDir),
  })
}

function readChannels(read: ReturnType<typeof settingsReader>) {
  const sms = read.url('SMS_URL', 'http', 'https')
  const smpp = read.url('SMPP_URL', 'smpp', 'ssmpp')
  const mail = read.url('SMTP_URL', 'smtp', 'smtps')
  const issuer = read.url('OIDC_ISSUER', 'https', 'http')
  const need = (name: keyof typeof SETTINGS, by: string) => {
    const value = read.text(name)
    if (value) return value
    throw new StartError(`${name} is missing: ${by} needs it.`)
  }
  return {
    sms: sms ? { url: sms, key: need('SMS_KEY', 'SMS_URL'), signature: need('SMS_SIGNATURE', 'SMS_URL') } : undefined,
    smpp: smpp
      ? { url: smpp, source: need('SMPP_SOURCE', 'SMPP_URL'), signature: need('SMS_SIGNATURE', 'SMPP_URL') }
      : undefined,
    mail: mail ? { url: mail, from: need('MAIL_FROM', 'SMTP_URL') } : undefined,
    pushContact: read.url('PUSH_CONTACT', 'mailto', 'https'),
    oidc: issuer
      ? {
          issuer,
          clientId: need('OIDC_CLIENT_ID', 'OIDC_ISSUER'),
          clientSecret: need('OIDC_CLIENT_SECRET', 'OIDC_ISSUER'),
        }
      : undefined,
  }
}

function defaultDataDir(): string {
  return process.getuid?.() === 0 ? '/var/lib/lianxin' : path.resolve(import.meta.dirname, '../../data')
}

/** A misspelt setting that is silently ignored is found on the worst day. */
function refuseUnknown(env: Environment): void {
  const unknown = Object.keys(env).find((name) => name.startsWith('LIANXIN_') && !(name in SETTINGS))
  if (unknown) throw new StartError(`${unknown} is no setting of this version: README lists them.`)
}
