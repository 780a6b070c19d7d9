import type { FastifyRequest } from 'fastify'
import { languageOf } from '#platform/http'
import type { Actor } from '../actor.ts'
import { Recent } from '../login/recent.ts'
import { proofIn } from './resident-cookie.ts'
import type { ResidentHouse } from './resident-house.ts'

/** Who calls the portal, from the signed cookie. A phone that several people share opens the matters of all of them. */
export class ResidentAuthenticator {
  readonly #house: ResidentHouse
  readonly #persons = new Recent<readonly number[]>()

  constructor(house: ResidentHouse) {
    this.#house = house
  }

  async find(request: FastifyRequest): Promise<Actor | null> {
    const proof = proofIn(request.headers.cookie, this.#house, this.#house.clock.now())
    if (!proof) return null
    const { district, phone, receiptCase } = proof
    const persons = phone === undefined ? [] : await this.#personsOf(district, phone)
    return {
      kind: 'resident',
      id: persons[0] ?? null,
      district,
      name: { zh: '居民', en: 'Resident' },
      posts: [],
      scope: { district, persons, ...(receiptCase !== undefined && { receiptCase }) },
      language: languageOf(request),
    }
  }

  #personsOf(district: number, phone: string): Promise<readonly number[]> {
    return this.#persons.get(`${district} ${phone}`, () => this.#house.ports.personsOf(district, phone))
  }
}
