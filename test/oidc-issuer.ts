import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** A real issuer of OpenID Connect on this machine. */
export interface TestIssuer {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  close(): Promise<void>
}

const client = { clientId: 'lianxin', clientSecret: 'known-to-both-and-nobody-else' }

/** Starts it for one client with one address to come back to. Whoever logs in at it is who they say. */
export async function startIssuer(redirectUri: string, port = 0): Promise<TestIssuer> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    findAccount: async (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, preferred_username: id }),
    }),
    cookies: { keys: ['only for tests'] },
    features: { devInteractions: { enabled: true } },
    ttl: { Interaction: 60, Session: 60, Grant: 60, AccessToken: 60, IdToken: 60 },
  })
  server.on('request', provider.callback())
  return { issuer, ...client, close: () => close(server) }
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

/** Walks through the issuer's pages as somebody. @returns the address to which the issuer sends the browser back */
export async function logInAt(issuer: string, authorization: string, name: string): Promise<string> {
  const cookies = new Map<string, string>()
  let address = authorization
  for (let page = 0; page < 10; page++) {
    const form = /\/interaction\/[^/]+$/.test(address) ? formFor(await read(address, cookies), name) : undefined
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form && { method: 'POST', body: form }),
    })
    keep(response, cookies)
    const next = response.headers.get('location')
    if (!next) throw new Error(`the issuer answers ${response.status}: ${await response.text()}`)
    address = new URL(next, issuer).href
    if (!address.startsWith(issuer)) return address
  }
  throw new Error('the issuer never comes to an end')
}

async function read(address: string, cookies: Map<string, string>): Promise<string> {
  const response = await fetch(address, { headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') } })
  keep(response, cookies)
  return await response.text()
}

function keep(response: Response, cookies: Map<string, string>): void {
  for (const cookie of response.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
    cookies.set(name!, value!)
  }
}

/** The page asks who it is first, and then for consent. */
const formFor = (page: string, name: string) =>
  page.includes('name="login"')
    ? new URLSearchParams({ prompt: 'login', login: name, password: 'any' })
    : new URLSearchParams({ prompt: 'consent' })
