import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '../actor.ts'
import { ResidentAuthenticator } from './authenticate-resident.ts'
import { Proving } from './prove.ts'
import type { ResidentHouse } from './resident-house.ts'
import { addResidentRoutes } from './routes-residents.ts'

/** The log-in of residents, who need no account. */
export interface ResidentLogin {
  /** Who calls, from the signed cookie; null without a proof that holds. */
  find(request: FastifyRequest): Promise<Actor | null>
  readonly proving: Proving
  mount(app: FastifyInstance): void
}

export function openResidentLogin(house: ResidentHouse): ResidentLogin {
  const authenticator = new ResidentAuthenticator(house)
  const proving = new Proving(house)
  return { find: (request) => authenticator.find(request), proving, mount: (app) => addResidentRoutes(app, proving) }
}
