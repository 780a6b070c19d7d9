import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { isSigned, requestLines } from './gateway-signature.ts'

export interface SentText {
  readonly key: string
  readonly phone: string
  readonly signature: string
  readonly templateId: string
  readonly parameters: Record<string, string>
  readonly text: string
}

type Answer = number | 'hang' | 'drop' | 'noId'

/** A gateway over real HTTP: checks signatures, sends each key once, and can be told to misbehave. */
export async function startGateway(key: string, now: () => Date) {
  const sent = new Map<string, SentText>()
  const answers: Answer[] = []
  const asked: string[] = []
  const accept = async (request: IncomingMessage): Promise<[number, object]> => {
    const body = await text(request)
    const { 'x-timestamp': timestamp, 'x-nonce': nonce, 'x-signature': signature } = request.headers
    const lines = requestLines(Number(timestamp), String(nonce), body)
    if (!isSigned(key, lines, String(signature), now())) return [401, { message: 'bad signature' }]
    const message = JSON.parse(body) as SentText
    asked.push(message.key)
    sent.set(message.key, sent.get(message.key) ?? message)
    return [200, { id: `sms-${message.key}` }]
  }
  const server = createServer(async (request, response) => {
    const answer = answers.shift()
    if (typeof answer === 'number') return void response.writeHead(answer).end()
    const [status, body] = await accept(request)
    if (answer === 'hang') return
    if (answer === 'drop') return void request.socket.destroy()
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer === 'noId' ? {} : body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: `http://127.0.0.1:${port}/messages`, sent, asked, answers, stop }
}
