import { newKey } from './call.ts'
import { Failure } from './failure.ts'

/** What a form remembers of its sending: its key, and every body of which nobody knows whether it arrived. */
export interface Sending {
  readonly key: string
  readonly unsure: readonly string[]
}

export const newSending = (): Sending => ({ key: newKey(), unsure: [] })

export interface SentOnce<R> {
  readonly answer: R
  /** An earlier, different text had arrived after all: the answer is about that one. */
  readonly earlier: boolean
}

interface Post<B, R> {
  readonly body: B
  readonly post: (body: B, key: string) => Promise<R>
  /** Keeps the sending with the draft, before anything leaves the page. */
  readonly note: (sending: Sending) => void
}

/**
 * Sends a creating form so that it is done at most once, whatever the network does and however often the person tries.
 * When an earlier try had arrived, its answer is fetched with its own words instead of filing a second time.
 * @throws Failure
 */
export async function sendOnce<B, R>(sending: Sending, { body, post, note }: Post<B, R>): Promise<SentOnce<R>> {
  const text = JSON.stringify(body)
  const before = sending.unsure.filter((known) => known !== text)
  note({ ...sending, unsure: [...before, text] })
  try {
    return { answer: await post(body, sending.key), earlier: false }
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.unknownOutcome) throw thrown
    note({ ...sending, unsure: before })
    if (thrown.id !== 'key-reused') throw thrown
    return { answer: await answerOfEarlier(sending.key, before, post, thrown), earlier: true }
  }
}

async function answerOfEarlier<B, R>(
  key: string,
  earlier: readonly string[],
  post: Post<B, R>['post'],
  reused: Failure,
) {
  for (const text of earlier) {
    try {
      return await post(JSON.parse(text) as B, key)
    } catch (thrown) {
      if (!(thrown instanceof Failure) || thrown.id !== 'key-reused') throw thrown
    }
  }
  throw reused
}
