import MailComposer from 'nodemailer/lib/mail-composer'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { type Channel, type Message, SendFailed } from './channel.ts'

export interface MailOptions {
  /** smtp://user:password@host:587, or smtps:// */
  readonly url: string
  /** The sender's mailbox, with or without a name. */
  readonly from: string
}

const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

type Callback<T> = (error?: SMTPConnection.SMTPError | null, answer?: T) => void

/** E-mail over SMTP. A server does not know a message that it took before, so what may have been sent is not sent again. */
export function mailChannel(options: MailOptions): Channel {
  return {
    provider: 'smtp',
    repeatable: false,
    send: async (message) => {
      const mail = await compose(options, message)
      const session = open(options.url)
      try {
        await session.begin().catch((error) => {
          throw failureOf(error, false)
        })
        await session.send(mail.envelope, mail.bytes).catch((error) => {
          throw failureOf(error, true)
        })
        return { ids: [mail.id] }
      } finally {
        session.end()
      }
    },
  }
}

async function compose({ from }: MailOptions, { key, address, title, text, language }: Message) {
  const node = new MailComposer({
    from,
    to: address,
    subject: title,
    text: `${text}\n`,
    textEncoding: 'base64',
    messageId: `<${key}@${/@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'}>`,
    // Robots shall not answer robots (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language === 'zh' ? 'zh-CN' : 'en' },
  }).compile()
  return { id: node.messageId(), envelope: node.getEnvelope() as SMTPConnection.Envelope, bytes: await node.build() }
}

function open(url: string) {
  const options = parseConnectionUrl(url)
  // A password goes over an open line only to this machine.
  const requireTLS = options.auth !== undefined && !/^(localhost|127\.|\[?::1)/.test(options.host ?? '')
  const connection = new SMTPConnection({ ...options, ...PATIENCE, requireTLS })
  const broken = new Promise<never>((_, reject) => connection.on('error', reject))
  broken.catch(() => undefined)
  const step = <T>(run: (done: Callback<T>) => void) =>
    Promise.race([
      broken,
      new Promise<T>((resolve, reject) => run((error, answer) => (error ? reject(error) : resolve(answer as T)))),
    ])
  return {
    async begin() {
      await step((done) => connection.connect(done))
      const { auth } = options
      if (auth) await step((done) => connection.login(auth as SMTPConnection.AuthenticationCredentials, done))
    },
    send: (envelope: SMTPConnection.Envelope, bytes: Buffer) =>
      step<SMTPConnection.SentMessageInfo>((done) => connection.send(envelope, bytes, done)),
    end: () => (connection.authenticated || connection.stage === 'connected' ? connection.quit() : connection.close()),
  }
}

function failureOf({ responseCode, code, message }: SMTPConnection.SMTPError, begun: boolean): SendFailed {
  if (responseCode === undefined) {
    return begun
      ? new SendFailed('unclear', 'unclear', code ?? message)
      : new SendFailed('later', 'unreachable', code ?? message)
  }
  const refused = begun && responseCode >= 500
  return refused
    ? new SendFailed('never', 'refused', `the mail server answered ${responseCode}`)
    : new SendFailed('later', 'unreachable', `the mail server answered ${responseCode}`)
}
