// What is used of npm smpp 0.5, which brings no types.
declare module 'smpp' {
  import type { EventEmitter } from 'node:events'
  import type { Server as NetServer, Socket } from 'node:net'

  export interface Pdu {
    readonly command: string
    readonly command_status: number
    readonly sequence_number: number
    readonly system_id?: string
    readonly password?: string
    readonly message_id?: string
    readonly source_addr?: string
    readonly destination_addr?: string
    readonly dest_addr_ton?: number
    readonly esm_class?: number
    readonly data_coding?: number
    readonly registered_delivery?: number
    readonly validity_period?: unknown
    readonly receipted_message_id?: string
    readonly message_state?: number
    readonly short_message?: { readonly message: string | Buffer; readonly udh?: readonly Buffer[] }
    response(options?: { command_status?: number; message_id?: string }): Pdu
  }

  type Submit = Record<string, string | number | Buffer | undefined>

  export interface Session extends EventEmitter {
    readonly socket: Socket
    on(event: 'connect' | 'close' | 'secureConnect', listener: () => void): this
    on(event: 'error', listener: (error: Error) => void): this
    on(
      event: 'pdu' | 'bind_transceiver' | 'submit_sm' | 'deliver_sm' | 'enquire_link' | 'unbind',
      listener: (pdu: Pdu) => void,
    ): this
    bind_transceiver(options: { system_id: string; password: string }, answer: (pdu: Pdu) => void): boolean
    submit_sm(options: Submit, answer: (pdu: Pdu) => void): boolean
    deliver_sm(options: Submit, answer?: (pdu: Pdu) => void): boolean
    enquire_link(answer: (pdu: Pdu) => void): boolean
    unbind(answer: (pdu: Pdu) => void): boolean
    send(pdu: Pdu): boolean
    close(): void
    destroy(): void
  }

  export interface Server extends NetServer {
    readonly sessions: Session[]
  }

  const smpp: {
    connect(options: { host: string; port: number; tls?: boolean }): Session
    createServer(listener: (session: Session) => void): Server
  }
  export default smpp
}
