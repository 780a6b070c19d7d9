import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { freePort } from '../src/platform/postgres-launcher-spawn.ts'
import { requireFreePort } from './free-port.ts'

const host = '127.0.0.1'

test('a free port stays free for the server that comes', async () => {
  const port = await freePort()
  await requireFreePort({ host, port })
  const server = createServer().listen(port, host)
  await once(server, 'listening')
  server.close()
})

test('a port that is given back within seconds is waited for', async () => {
  const port = await freePort()
  const leaving = createServer().listen(port, host)
  await once(leaving, 'listening')
  const waiting = requireFreePort({ host, port })
  await sleep(300)
  leaving.close()
  await expect(waiting).resolves.toBeUndefined()
})

test('an address that is not of this machine is named', async () => {
  const refusal = requireFreePort({ host: '192.0.2.1', port: await freePort() })
  await expect(refusal).rejects.toThrow(
    /^The server cannot listen on 192\.0\.2\.1:\d+ \(EADDRNOTAVAIL\): set HOST and PORT\.$/,
  )
})
