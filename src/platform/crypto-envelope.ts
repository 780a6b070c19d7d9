/** What a sealed value says about itself in clear: format, algorithm, key id. */
export interface EnvelopeHead {
  readonly algorithm: number
  readonly key: string
}

const FORMAT = 1

/** One byte each for format, algorithm and length of the key id, then the key id. */
export function writeEnvelope({ algorithm, key }: EnvelopeHead): Buffer {
  const id = Buffer.from(key, 'ascii')
  return Buffer.concat([Buffer.of(FORMAT, algorithm, id.length), id])
}

/** The head and the two parts of a sealed value; undefined where it is none. */
export function readEnvelope(sealed: Buffer): (EnvelopeHead & { header: Buffer; body: Buffer }) | undefined {
  const end = 3 + (sealed[2] ?? 0)
  if (sealed[0] !== FORMAT || end === 3 || sealed.length <= end) return undefined
  return {
    algorithm: sealed[1]!,
    key: sealed.toString('ascii', 3, end),
    header: sealed.subarray(0, end),
    body: sealed.subarray(end),
  }
}
