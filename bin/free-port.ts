import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '../src/platform/config.ts'
import { StartError } from '../src/platform/start-error.ts'

// A server whose terminal was killed notices within a second and needs a moment to close.
const PATIENCE_MS = 4000

/** @throws StartError where something else keeps listening on the port of the web server */
export async function requireFreePort({ host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  let refusal = await tryPort(host, port)
  while (refusal === 'EADDRINUSE' && performance.now() < until) {
    await sleep(100)
    refusal = await tryPort(host, port)
  }
  if (refusal) throw new StartError(sentence(refusal, host, port))
}

function tryPort(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })
}

function sentence(code: string, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} is taken: stop what listens there, or set PORT to another one.`
  if (code === 'EACCES') return `Port ${port} is reserved for root: set PORT to one above 1023.`
  return `The server cannot listen on ${host}:${port} (${code}): set HOST and PORT.`
}
