import { afterAll } from 'vitest'
import { openStaffLogin } from '#kernel/identity'
import { systemClock } from '#platform/clock'
import { Database } from '#platform/database'
import { makeLog } from '#platform/log'
import { type Cast, type CastStaff, plantCast } from '../cast.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { giveAccounts, PASSWORD, userNameOf } from '../log-in.ts'
import { startTestServer, type TestServer } from '../server.ts'

/** A running system with the cast's district in it; stopped when the file's tests have ended. */
export async function openJourneyHouse(people: CastStaff[], settings: NodeJS.ProcessEnv = {}) {
  const database = await testDatabase()
  const cast = await plantCast(database.ownerUrl)
  await openAccounts(database, cast, people)
  const server: TestServer = await startTestServer(database, settings)
  afterAll(() => server.stop())
  return { ...server, cast }
}

async function openAccounts({ urls }: TestDatabase, cast: Cast, people: CastStaff[]): Promise<void> {
  const database = new Database(urls, 2)
  const config = { database, clock: systemClock, log: makeLog('error'), publicUrl: 'http://localhost' }
  await giveAccounts(openStaffLogin({ ...config, secret: 'only accounts are made here' }), cast, ...people)
  await database.close()
}

/** A member's part over the API, where the journey is somebody else's. */
export async function callAs(url: string, person: CastStaff) {
  const signIn = { username: userNameOf(person), password: PASSWORD }
  const cookie = (await send(`${url}/api/auth/sign-in/username`, signIn)).headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return (path: string, body: object, headers: Record<string, string> = {}) =>
    send(`${url}/api/v1${path}`, body, { cookie, 'idempotency-key': crypto.randomUUID(), ...headers })
}

async function send(url: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  const options = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } }
  const response = await fetch(url, { ...options, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${url} was refused: ${await response.text()}`)
  return response
}
