import smpp, { type Pdu, type Session } from 'smpp'

export interface SmppAddress {
  readonly host: string
  readonly port: number
  readonly tls: boolean
  readonly user: string
  readonly password: string
}

/** smpp://user:password@host:2775, or ssmpp:// over TLS. */
export function parseSmppUrl(url: string): SmppAddress {
  const { protocol, hostname, port, username, password } = new URL(url)
  const tls = protocol === 'ssmpp:'
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (tls ? 3550 : 2775),
    tls,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  }
}

// How long the centre may take to answer anything; a submit_sm without an answer is unclear after that.
export const PATIENCE = 20_000

/** Rejects when the other side does not answer in time or the line ends first. */
export class NoAnswer extends Error {}

/** Asks and waits for the answer. @throws NoAnswer */
export function ask(
  session: Session,
  send: (answer: (pdu: Pdu) => void) => boolean,
  patience = PATIENCE,
): Promise<Pdu> {
  return new Promise((resolve, reject) => {
    const lose = () => finish(() => reject(new NoAnswer('the line ended')))
    const timer = setTimeout(() => finish(() => reject(new NoAnswer('no answer in time'))), patience)
    const finish = (end: () => void) => {
      clearTimeout(timer)
      session.off('close', lose)
      end()
    }
    session.on('close', lose)
    if (!send((pdu) => finish(() => resolve(pdu)))) lose()
  })
}

/** A session that is bound both ways: it sends, and gets receipts. @throws NoAnswer, or an Error with the centre's refusal */
export async function bind({ user, password, ...address }: SmppAddress): Promise<Session> {
  const session = smpp.connect(address)
  // Errors of the line end in 'close', which is what everybody waits for.
  session.on('error', () => session.destroy())
  try {
    const pdu = await ask(session, (answer) => {
      session.on(address.tls ? 'secureConnect' : 'connect', () => {
        session.bind_transceiver({ system_id: user, password }, answer)
      })
      return true
    })
    if (pdu.command_status !== 0) throw new Error(`the SMS centre refused the log-in with status ${pdu.command_status}`)
    return session
  } catch (error) {
    session.destroy()
    throw error
  }
}
