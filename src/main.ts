import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { addCaseRoutes, clockEffects, Timekeepers } from '#kernel/cases'
import { addIdentityRoutes, openStaffLogin, type StaffLogin } from '#kernel/identity'
import { addPeopleRoutes, findByPhone, getPerson, lookedAt, maskName } from '#kernel/people'
import { addPlaceRoutes } from '#kernel/places'
import { addHotlineRoutes, addPortalPages, channelLabels, type HotlineHouse } from '#module/hotline'
import { type Clock, systemClock } from '#platform/clock'
import type { Config } from '#platform/config'
import { Vault } from '#platform/crypto'
import { Database } from '#platform/database'
import { refuse } from '#platform/errors'
import { addHealth } from '#platform/health'
import { type Authenticate, makeHttp } from '#platform/http'
import { makeLog } from '#platform/log'
import { collectOpenApi, serveOpenApi } from '#platform/openapi'
import { startPump } from '#platform/pump'
import { serveWeb } from '#platform/static-web'
import { startTimers } from '#platform/timers'

/** The one file that knows every module: it makes the house and opens its doors. */
export interface Server {
  readonly app: FastifyInstance
  stop(): Promise<void>
}

type ServerConfig = Config & { databases: NonNullable<Config['databases']> }

/** Starts what this process is for: the web, the worker, or both. */
export async function startServer(config: ServerConfig, clock: Clock = systemClock): Promise<Server> {
  const log = makeLog(config.logLevel)
  const database = new Database(config.databases.urls, config.databasePool)
  const vault = new Vault(config.secrets.vault)
  const house: HotlineHouse = { database, clock, vault, timekeepers: new Timekeepers(database, clock) }
  const workers = config.process === 'web' ? [] : startWork(config, house)
  const { publicUrl } = config
  const login = openStaffLogin({
    database,
    clock,
    log,
    publicUrl,
    secret: config.secrets.sessionSecret,
    oidc: config.oidc,
  })
  const app = makeHttp({ log, authenticate: authenticateBy(login), trustProxy: config.trustProxy })
  if (config.process !== 'worker') {
    await addDoors(app, config, house, login)
    await app.listen({ port: config.port, host: config.host })
  }
  return {
    app,
    async stop() {
      await app.close()
      await Promise.all(workers.map((worker) => worker.stop()))
      await database.close()
    },
  }
}

function startWork(config: ServerConfig, house: HotlineHouse): { stop(): Promise<void> }[] {
  const log = makeLog(config.logLevel)
  const { database, clock } = house
  return [
    startTimers({ database, clock, log, effects: clockEffects(house) }),
    startPump({ directUrl: config.databases.direct, clock, log }),
  ]
}

const authenticateBy =
  (login: StaffLogin): Authenticate =>
  async (request, guard) =>
    guard === 'staff' ? ((await login.find(request))?.actor ?? null) : null

async function addDoors(
  app: FastifyInstance,
  config: ServerConfig,
  house: HotlineHouse,
  login: StaffLogin,
): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { directives: contentPolicy(config.publicUrl) },
    hsts: config.publicUrl.startsWith('https:'),
  })
  await app.register(formbody)
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) => refuse('too-many', { seconds: Math.ceil(ttl / 1000) }),
  })
  await collectOpenApi(app, { publicUrl: config.publicUrl, version: '0.1.0' })
  addHealth(app, house.database)
  login.mount(app)
  addIdentityRoutes(app, { ...house, login })
  addPeopleRoutes(app, house)
  addPlaceRoutes(app, house)
  addCaseRoutes(app, {
    ...house,
    channels: channelLabels,
    peopleOnPhone: async (tx, phone) => (await findByPhone(tx, house.vault, phone)).map(({ id }) => id),
    requester: async (tx, id) => requesterView(await getPerson(tx, house.vault, id)),
    look: (tx, actor, caseId, purpose) =>
      lookedAt(
        tx,
        actor,
        { subject: 'case', subjectId: caseId, what: 'open', ...(purpose && { purpose }) },
        house.clock.now(),
      ),
  })
  addHotlineRoutes(app, house)
  await addPortalPages(app, house)
  serveOpenApi(app)
  await serveWeb(app)
}

function requesterView({
  id,
  kind,
  name,
  formOfAddress,
  phones,
  flags,
  dialect,
  deaf,
  wheelchair,
}: Awaited<ReturnType<typeof getPerson>>) {
  return {
    id,
    kind,
    name: kind === 'person' ? maskName(name) : name,
    formOfAddress,
    phone: phones[0]?.masked ?? null,
    flags,
    dialect,
    deaf,
    wheelchair,
  }
}

// Ant Design writes its styles at run time, hence the inline ones; scripts come from here alone.
const contentPolicy = (publicUrl: string) => ({
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
  upgradeInsecureRequests: publicUrl.startsWith('https:') ? [] : null,
})
