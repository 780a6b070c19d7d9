import type { FastifyReply, FastifyRequest } from 'fastify'
import { languageOf } from '#platform/http'
import { provePhone } from './prove-phone.ts'
import { proveReceipt } from './prove-receipt.ts'
import { type Proof, proofIn, residentCookie } from './resident-cookie.ts'
import type { ResidentHouse } from './resident-house.ts'
import { sendCode } from './send-code.ts'

/** A web request and what will answer it: a proof is handed out as a cookie. */
export interface Visit {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** How residents prove that a matter is theirs, and leave; the API and the pages share it. */
export class Proving {
  readonly #house: ResidentHouse

  constructor(house: ResidentHouse) {
    this.#house = house
  }

  /** The same answer for every phone. @throws Refusal identity.code-wait, or the port's own where it is no phone */
  async sendCode(request: FastifyRequest, { phone, by }: { phone: string; by: 'sms' | 'voice' }) {
    const district = this.#house.districtOf(request)
    return await sendCode(this.#house, { phone, by, language: languageOf(request), district, address: request.ip })
  }

  /** Opens the matters of everybody on the phone. @throws Refusal identity.wrong-phone-code, identity.phone-code-spent */
  async byPhone({ request, reply }: Visit, { phone, code }: { phone: string; code: string }): Promise<Proof> {
    return this.#handOut(reply, await provePhone(this.#house, this.#house.districtOf(request), phone, code))
  }

  /** Opens one case, beside those of a phone that was proved before. @throws Refusal identity.receipt-wait, or the port's own */
  async byReceipt({ request, reply }: Visit, { number, code }: { number: string; code: string }): Promise<Proof> {
    const proof = await this.#receipt(request, number, code)
    const earlier = proofIn(request.headers.cookie, this.#house, this.#house.clock.now())
    const both = earlier?.phone !== undefined && earlier.district === proof.district
    return this.#handOut(reply, both ? { ...earlier, receiptCase: proof.receiptCase } : proof)
  }

  /** The case of a receipt, for a caller who shows it each time. @throws as byReceipt */
  async caseOf(request: FastifyRequest, { number, code }: { number: string; code: string }): Promise<number> {
    return (await this.#receipt(request, number, code)).receiptCase
  }

  leave(reply: FastifyReply): void {
    this.#handOut(reply, null)
  }

  #receipt(request: FastifyRequest, number: string, code: string) {
    const district = this.#house.districtOf(request)
    return proveReceipt(this.#house, { district, number, code, address: request.ip })
  }

  #handOut<P extends Proof | null>(reply: FastifyReply, proof: P): P {
    reply.header('set-cookie', residentCookie(this.#house, proof, this.#house.clock.now()))
    return proof
  }
}
