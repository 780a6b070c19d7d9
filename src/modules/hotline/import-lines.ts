import { createReadStream } from 'node:fs'
import type { ImportRefusal } from './import-refusals.ts'

export type Line =
  | { readonly line: number; readonly text: string }
  | { readonly line: number; readonly refused: ImportRefusal }

const LONGEST = 1_048_576
const NEWLINE = 10
const BYTE_ORDER_MARK = /^\uFEFF/

/**
 * The lines of a UTF-8 file, counted from 1, empty ones left out. A line that is too long or not UTF-8 is refused alone,
 * and never held in memory beyond the limit.
 */
export async function* readLines(file: string): AsyncGenerator<Line> {
  const held = new HeldLine()
  let line = 1
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let from = 0
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      held.add(chunk.subarray(from, end))
      yield* held.take(line++)
      from = end + 1
    }
    held.add(chunk.subarray(from))
  }
  yield* held.take(line)
}

class HeldLine {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true })
  #parts: Buffer[] = []
  #bytes = 0

  add(part: Buffer): void {
    this.#bytes += part.length
    if (this.#bytes <= LONGEST) this.#parts.push(part)
    else this.#parts = []
  }

  *take(line: number): Generator<Line> {
    const [parts, bytes] = [this.#parts, this.#bytes]
    this.#parts = []
    this.#bytes = 0
    if (bytes > LONGEST) return yield { line, refused: 'line-too-long' }
    const text = this.#decode(Buffer.concat(parts))?.replace(BYTE_ORDER_MARK, '').trim()
    if (text === undefined) yield { line, refused: 'not-utf8' }
    else if (text !== '') yield { line, text }
  }

  #decode(bytes: Buffer): string | undefined {
    try {
      return this.#decoder.decode(bytes)
    } catch {
      return undefined
    }
  }
}
