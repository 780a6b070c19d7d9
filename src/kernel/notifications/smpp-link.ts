import type { Pdu, Session } from 'smpp'
import type { Log } from '#platform/log'
import { pauseUnless, repeat } from '#platform/timers-repeat'
import { readReceipt, type SmppReceipt } from './smpp-receipt.ts'
import { ask, bind, parseSmppUrl } from './smpp-session.ts'

export interface SmppLinkOptions {
  readonly url: string
  readonly log: Log
  /** @returns false where the message is not known (yet): the centre will say it again */
  readonly onReceipt: (receipt: SmppReceipt) => Promise<boolean>
  /** Milliseconds between questions whether the line still stands. */
  readonly enquireEvery?: number
}

export interface SmppLink {
  /** The bound session, or null while there is none. */
  readonly session: Session | null
  stop(): Promise<void>
}

const ENQUIRE_EVERY = 30_000
const AGAIN_LATER = 0x64 // ESME_RX_T_APPN
const RECONNECT_AFTER = 1_000

/** Keeps one session with the SMS centre bound, whatever happens to the line. */
export function startSmppLink({ url, log, onReceipt, enquireEvery = ENQUIRE_EVERY }: SmppLinkOptions): SmppLink {
  let bound: Session | null = null
  const { stop } = repeat({
    name: 'smpp',
    log,
    work: async (stopping) => {
      const session = await bind(parseSmppUrl(url))
      answerQuestions(session, onReceipt)
      bound = session
      const ended = lineEnd(session, stopping)
      while (!ended.aborted) {
        await pauseUnless(ended, enquireEvery)
        if (!ended.aborted)
          await ask(session, (answer) => session.enquire_link(answer), enquireEvery).catch(() => session.destroy())
      }
      bound = null
      if (stopping.aborted) await ask(session, (answer) => session.unbind(answer), 2_000).catch(() => undefined)
      session.destroy()
      return RECONNECT_AFTER
    },
  })
  return {
    get session() {
      return bound
    },
    stop,
  }
}

function lineEnd(session: Session, stopping: AbortSignal): AbortSignal {
  const lost = new AbortController()
  session.on('close', () => lost.abort())
  if (session.socket.destroyed) lost.abort()
  return AbortSignal.any([lost.signal, stopping])
}

function answerQuestions(session: Session, onReceipt: SmppLinkOptions['onReceipt']): void {
  const respond = (pdu: Pdu, command_status = 0) => session.send(pdu.response({ command_status }))
  session.on('enquire_link', (pdu) => respond(pdu))
  session.on('unbind', (pdu) => {
    respond(pdu)
    session.close()
  })
  session.on('deliver_sm', async (pdu) => {
    const receipt = readReceipt(pdu)
    const noted = receipt ? await onReceipt(receipt).catch(() => false) : true
    respond(pdu, noted ? 0 : AGAIN_LATER)
  })
}
