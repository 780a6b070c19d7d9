import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import type { Message } from './channel.ts'
import { mailChannel } from './mail-channel.ts'

const message: Message = {
  key: 'n1-77-0',
  address: 'resident@example.cn',
  template: 'caseReplied',
  templateId: 'caseReplied.zh',
  language: 'zh',
  title: '诉求已答复',
  text: '您的诉求已答复，请查看并评价：https://example.cn/r/1',
  words: {},
  urgent: false,
}
const servers: SMTPServer[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A mail server on this machine that knows one user. */
async function startServer(options: SMTPServerOptions = {}) {
  const received: { from: string; to: string[]; text: string }[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'house' && password === 'secret'
        ? done(null, { user: 'house' })
        : done(new Error('Invalid credentials')),
    onData: async (stream, { envelope }, done) => {
      const text = (await buffer(stream)).toString('utf8')
      received.push({
        from: envelope.mailFrom ? envelope.mailFrom.address : '',
        to: envelope.rcptTo.map(({ address }) => address),
        text,
      })
      done()
    },
    ...options,
  })
  servers.push(server)
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    received,
    port,
    channel: (user = 'house:secret') =>
      mailChannel({ url: `smtp://${user}@127.0.0.1:${port}`, from: '连心桥 <no-reply@yunxi.gov.cn>' }),
  }
}
const refusal = (responseCode: number) => Object.assign(new Error('no'), { responseCode })
const decoded = (text: string) => Buffer.from(text.slice(text.indexOf('\r\n\r\n')), 'base64').toString('utf8')

test('a message arrives whole, with its own id, and says that a machine wrote it', async () => {
  const { received, channel } = await startServer()
  expect(await channel().send(message)).toEqual({ ids: ['<n1-77-0@yunxi.gov.cn>'] })
  expect(received).toMatchObject([{ from: 'no-reply@yunxi.gov.cn', to: ['resident@example.cn'] }])
  const { text } = received[0]!
  expect(text).toMatch(/^Message-ID: <n1-77-0@yunxi\.gov\.cn>$/im)
  expect(text).toMatch(/^Auto-Submitted: auto-generated$/im)
  expect(text).toContain(`Subject: =?UTF-8?B?${Buffer.from('诉求已答复').toString('base64')}?=`)
  expect(decoded(text).trim()).toBe(message.text)
})

test.each([
  [
    'a mailbox that does not exist',
    { onRcptTo: (_: unknown, __: unknown, done: (e?: Error) => void) => done(refusal(550)) },
    'never',
    'refused',
  ],
  [
    'a mailbox that is busy',
    { onRcptTo: (_: unknown, __: unknown, done: (e?: Error) => void) => done(refusal(450)) },
    'later',
    'unreachable',
  ],
] as const)('%s', async (_, options, outcome, reason) => {
  const { channel } = await startServer(options as SMTPServerOptions)
  await expect(channel().send(message)).rejects.toMatchObject({ outcome, reason })
})

test('a wrong password is our own fault: it is tried again, and never written down', async () => {
  const { channel } = await startServer()
  const error = await channel('house:wrong')
    .send(message)
    .catch((thrown) => thrown)
  expect(error).toMatchObject({ outcome: 'later', reason: 'unreachable' })
  expect(error.message).not.toContain('wrong')
})

test('no server at all: nothing was sent', async () => {
  const { channel } = await startServer()
  await new Promise<void>((resolve) => servers.pop()!.close(resolve))
  await expect(channel().send(message)).rejects.toMatchObject({ outcome: 'later', reason: 'unreachable' })
})

test('a line that breaks after the message left makes it unclear: it is not sent again by itself', async () => {
  const { channel } = await startServer({
    onData: async (stream, session) => {
      await buffer(stream)
      for (const connection of servers[0]!.connections)
        if (connection.session.id === session.id) connection._socket.destroy()
    },
  })
  await expect(channel().send(message)).rejects.toMatchObject({ outcome: 'unclear' })
})

test('a password is not sent over an open line to another machine', async () => {
  const { port } = await startServer()
  const far = mailChannel({ url: `smtp://house:secret@0.0.0.0:${port}`, from: 'a@b.cn' })
  await expect(far.send(message)).rejects.toMatchObject({ outcome: 'later' })
})
