import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { answerOf, httpClient } from './http-client.ts'

let server: Server | undefined
afterEach(() => server?.close())

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener)
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('an answer is read when it is whole, whatever pieces it comes in', () => {
  const whole = Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 6\r\nServer-Timing: app;dur=1\r\n\r\n桥东')
  for (let cut = 0; cut < whole.length; cut++) expect(answerOf(whole.subarray(0, cut))).toBeUndefined()
  expect(answerOf(whole)).toMatchObject({ status: 200, body: '桥东' })
  expect(answerOf(whole)?.headers.get('server-timing')).toBe('app;dur=1')
})

test('more callers than connections wait for one another and all are answered', async () => {
  const url = await serve((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const text = Buffer.concat(parts)
      response.writeHead(200, { 'content-length': text.length }).end(text)
    })
  })
  const call = httpClient(url, 2)
  const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => call('POST', '/', {}, `第${n}件`)))
  call.close()
  expect(answers.map(({ body }) => body)).toEqual(Array.from({ length: 10 }, (_, n) => `第${n}件`))
})

test('a call fails with its connection and is not sent again; the next one gets a new connection', async () => {
  let calls = 0
  const url = await serve((request, response) => {
    calls++
    if (request.url === '/break') request.socket.destroy()
    else response.writeHead(204, { 'content-length': 0 }).end()
  })
  const call = httpClient(url, 1)
  const broken = call('GET', '/break')
  const behind = call('GET', '/')
  await expect(broken).rejects.toThrow('closed before the answer')
  expect((await behind).status).toBe(204)
  expect((await call('GET', '/')).status).toBe(204)
  call.close()
  expect(calls).toBe(3)
})
