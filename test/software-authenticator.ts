import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

// A passkey device in software: the parts of WebAuthn (and of CBOR) that a browser and a phone do for a person.

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()

type Encodable = number | string | Buffer | Map<number | string, Encodable>

const header = (major: number, value: number): Buffer => {
  if (value < 24) return Buffer.of((major << 5) | value)
  return value < 256 ? Buffer.of((major << 5) | 24, value) : Buffer.of((major << 5) | 25, value >> 8, value & 255)
}

function cbor(value: Encodable): Buffer {
  if (typeof value === 'number') return value < 0 ? header(1, -1 - value) : header(0, value)
  if (typeof value === 'string') return Buffer.concat([header(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([header(2, value.length), value])
  const entries = [...value].flatMap(([key, each]) => [cbor(key), cbor(each)])
  return Buffer.concat([header(5, value.size), ...entries])
}

/** Options as the server sends them for either ceremony. */
export interface CeremonyOptions {
  readonly challenge: string
}

const PRESENT = 0x01
const VERIFIED = 0x04
const ATTESTED = 0x40

export class SoftwareAuthenticator {
  readonly #id = randomBytes(16)
  readonly #keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  readonly #origin: string
  /** Whether the device asks for a finger, a face or a PIN. */
  readonly #verifies: boolean
  #uses = 0

  constructor(origin: string, { verifies = true } = {}) {
    this.#origin = origin
    this.#verifies = verifies
  }

  /** What navigator.credentials.create() gives, as JSON. */
  create({ challenge }: CeremonyOptions) {
    const { x, y } = this.#keys.publicKey.export({ format: 'jwk' })
    const key = new Map<number, Encodable>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x!, 'base64url')],
      [-3, Buffer.from(y!, 'base64url')],
    ])
    const length = Buffer.of(0, this.#id.length)
    const data = Buffer.concat([this.#data(ATTESTED), Buffer.alloc(16), length, this.#id, cbor(key)])
    const attestation = new Map<string, Encodable>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', data],
    ])
    return this.#credential({
      clientDataJSON: this.#client('webauthn.create', challenge).toString('base64url'),
      attestationObject: cbor(attestation).toString('base64url'),
      transports: ['internal'],
    })
  }

  /** What navigator.credentials.get() gives, as JSON. */
  get({ challenge }: CeremonyOptions) {
    const data = this.#data(0)
    const client = this.#client('webauthn.get', challenge)
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), this.#keys.privateKey)
    return this.#credential({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
    })
  }

  #data(flags: number): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(++this.#uses)
    const all = flags | PRESENT | (this.#verifies ? VERIFIED : 0)
    return Buffer.concat([sha256(new URL(this.#origin).hostname), Buffer.of(all), counter])
  }

  #client(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false }))
  }

  #credential(response: object) {
    const id = this.#id.toString('base64url')
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response }
  }
}
