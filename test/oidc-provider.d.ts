// The package brings no types; this is what the test issuer uses of it.
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  interface Account {
    readonly accountId: string
    claims(): Promise<Record<string, unknown>>
  }
  export default class Provider {
    constructor(
      issuer: string,
      configuration: {
        readonly findAccount: (context: unknown, id: string) => Promise<Account>
        readonly [setting: string]: unknown
      },
    )
    callback(): RequestListener
  }
}
