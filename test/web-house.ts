import path from 'node:path'
import { afterAll } from 'vitest'
import { makeServer, type Server, type ServerConfig } from '../src/main.ts'
import { loadConfig } from '../src/platform/config.ts'
import { type Cast, type CastStaff, plantCast } from './cast.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { giveAccounts, logIn, userNameOf } from './log-in.ts'

/** The whole server on a database of its own, its people with accounts, asked without a socket. */
export interface WebHouse extends Server {
  readonly cast: Cast
  readonly test: TestDatabase
  /** Logs in once, then calls as that person. */
  as(person: CastStaff): Promise<Caller>
}

export type Answer = {
  status: number
  headers: Record<string, unknown>
  body: Record<string, unknown>
}

export interface Caller {
  get(url: string, headers?: Record<string, string>): Promise<Answer>
  post(url: string, body: unknown, headers?: Record<string, string>): Promise<Answer>
  /** A changing verb on a case as it stands. */
  does(caseId: number, resource: string, body?: unknown): Promise<Answer>
}

/** Settings for tests: a data folder of the run, no demo, quiet. */
export function testConfig(test: TestDatabase, more: Record<string, string> = {}): ServerConfig {
  return loadConfig({
    MIGRATION_DATABASE_URL: test.ownerUrl,
    STAFF_DATABASE_URL: test.urls.staff,
    PORTAL_DATABASE_URL: test.urls.portal,
    WORKER_DATABASE_URL: test.urls.worker,
    AUTH_DATABASE_URL: test.urls.auth,
    FIGURE_DATABASE_URL: test.urls.figures,
    LIANXIN_DATA: path.resolve('.tmp', 'data'),
    LIANXIN_DEMO: 'false',
    LOG_LEVEL: 'error',
    DATABASE_POOL: '4',
    ...more,
  }) as ServerConfig
}

/** Opens the house for a test file; closed when the file's tests have ended. */
export async function openWebHouse(...people: CastStaff[]): Promise<WebHouse> {
  const test = await testDatabase()
  const cast = await plantCast(test.ownerUrl)
  const server = await makeServer(testConfig(test))
  await giveAccounts(server.login, cast, ...people)
  afterAll(async () => {
    await server.app.close()
    await server.stop()
  })
  const known = new Map<CastStaff, Promise<Caller>>()
  const as = (person: CastStaff) => {
    const caller = known.get(person) ?? logIn(server.app, userNameOf(person)).then((cookie) => callerOf(server, cookie))
    known.set(person, caller)
    return caller
  }
  return { ...server, cast, test, as }
}

/** Calls with a Cookie header; '' for nobody. */
export function callerOf({ app }: Pick<Server, 'app'>, cookie: string): Caller {
  const call = async (
    method: 'GET' | 'POST',
    url: string,
    payload: unknown,
    headers: Record<string, string>,
  ): Promise<Answer> => {
    const response = await app.inject({
      method,
      url,
      headers: { cookie, ...headers },
      ...(method === 'POST' && { payload: payload as object }),
    })
    const isJson = String(response.headers['content-type']).includes('json')
    return {
      status: response.statusCode,
      headers: response.headers,
      body: isJson ? response.json() : { text: response.body },
    }
  }
  const get: Caller['get'] = (url, headers = {}) => call('GET', url, undefined, headers)
  const post: Caller['post'] = (url, body, headers = {}) =>
    call('POST', url, body, { 'idempotency-key': crypto.randomUUID(), ...headers })
  return {
    get,
    post,
    async does(caseId, resource, body = {}) {
      const { version } = (await get(`/api/v1/cases/${caseId}`)).body
      return await post(`/api/v1/cases/${caseId}/${resource}`, body, { 'if-match': `"${version}"` })
    },
  }
}
