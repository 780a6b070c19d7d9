import { afterEach, expect, test, vi } from 'vitest'
import { testDatabase } from './database.ts'
import { startTestServer, type TestServer } from './server.ts'

const database = await testDatabase()
let server: TestServer | undefined

afterEach(async () => {
  vi.unstubAllEnvs()
  await server?.stop()
})

test('the real server starts on a test database, is ready, and stops', async () => {
  vi.stubEnv('TEST_TWO_PROCESSES', '')
  server = await startTestServer(database)
  expect(server.urls[0]).toBe(server.urls[1])
  expect((await fetch(`${server.urls[0]}/healthz`)).status).toBe(200)
  await server.stop()
  await expect(fetch(`${server.urls[0]}/healthz`)).rejects.toThrow()
}, 60_000)

test('two processes serve one database', async () => {
  vi.stubEnv('TEST_TWO_PROCESSES', '1')
  server = await startTestServer(database)
  expect(server.urls[0]).not.toBe(server.urls[1])
  const answers = await Promise.all(server.urls.map((url) => fetch(`${url}/readyz`)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
}, 60_000)
