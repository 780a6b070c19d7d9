import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { addCalendarRoutes } from '#kernel/calendar'
import { addCaseRoutes, caseHomes, clockEffects, clockMover, Timekeepers } from '#kernel/cases'
import { startConsumers, startSealer } from '#kernel/events'
import { addFileRoutes, diskStore, fileJobs } from '#kernel/files'
import {
  actorKey,
  addIdentityRoutes,
  authenticateBy,
  identityJobs,
  openResidentLogin,
  openStaffLogin,
  requireDuty,
  type StaffLogin,
} from '#kernel/identity'
import {
  addNotificationRoutes,
  closeChannels,
  makeNotify,
  openChannels,
  type SendingHouse,
  sendJob,
  sweepJobs,
} from '#kernel/notifications'
import {
  addPeopleRoutes,
  findByPhone,
  findPerson,
  lookedAt,
  maskName,
  type PersonView,
  personsOnPhone,
  phoneNumber,
} from '#kernel/people'
import { addPlaceRoutes } from '#kernel/places'
import { searchJobs } from '#kernel/search'
import { addSettingRoutes } from '#kernel/settings'
import {
  addHotlineRoutes,
  addPortalPages,
  caseOfReceipt,
  channelLabels,
  districtOfPortal,
  type HotlineHouse,
  type PortalHouse,
  portalDistrict,
  requestNotices,
} from '#module/hotline'
import { type Clock, systemClock } from '#platform/clock'
import type { Config } from '#platform/config'
import { Vault } from '#platform/crypto'
import { Database } from '#platform/database'
import { refuse } from '#platform/errors'
import { addHealth } from '#platform/health'
import { makeHttp } from '#platform/http'
import { startJobs } from '#platform/jobs'
import { type Log, makeLog } from '#platform/log'
import { collectOpenApi, serveOpenApi } from '#platform/openapi'
import { type PushHub, startPump, startPushHub } from '#platform/pump'
import { serveWeb } from '#platform/static-web'
import { startTimers } from '#platform/timers'

/** What stands when the house is open. */
export interface Server {
  readonly app: FastifyInstance
  readonly house: HotlineHouse
  readonly login: StaffLogin
  stop(): Promise<void>
}

/** The settings with the databases named: start finds or makes them first. */
export type ServerConfig = Config & { databases: NonNullable<Config['databases']> }

/** Starts what this process is for: the web, the worker, or both. */
export async function startServer(config: ServerConfig, clock: Clock = systemClock): Promise<Server> {
  const server = await makeServer(config, clock)
  const workers = config.process === 'web' ? [] : await startWork(config, server.house, makeLog(config.logLevel))
  if (config.process !== 'worker') await server.app.listen({ port: config.port, host: config.host })
  return {
    ...server,
    async stop() {
      await server.app.close()
      await Promise.all(workers.map((worker) => worker.stop()))
      await server.stop()
    },
  }
}

/** The house with all its doors, none of them opened yet. */
export async function makeServer(config: ServerConfig, clock: Clock = systemClock): Promise<Server> {
  const log = makeLog(config.logLevel)
  const database = new Database(config.databases.urls, config.databasePool)
  const vault = new Vault(config.secrets.vault)
  const house: HotlineHouse = {
    database,
    clock,
    vault,
    timekeepers: new Timekeepers(database, clock),
    notify: makeNotify({ vault, clock }),
  }
  const { publicUrl, oidc } = config
  const secret = config.secrets.sessionSecret
  const login = openStaffLogin({ database, clock, log, publicUrl, secret, oidc })
  const residents = await residentLogin(house, login, config)
  const app = makeHttp({ log, authenticate: authenticateBy(login, residents), trustProxy: config.trustProxy })
  await prepare(app, config)
  addHealth(app, database)
  login.mount(app)
  residents.mount(app)
  const hub = startPushHub({ database, directUrl: config.databases.direct, log })
  const store = diskStore(config.filesDir)
  const voice = config.sms !== undefined || config.demo
  const portal = { ...house, store, residents, voice, attempts: login.house.attempts }
  addApi(app, portal, login)
  addFileRoutes(app, { ...house, store, publicDistrict: () => districtOfPortal(house) })
  addNotifications(app, config, { house, login, hub })
  await addPortalPages(app, portal)
  serveOpenApi(app)
  await serveWeb(app)
  return {
    app,
    house,
    login,
    async stop() {
      await hub.stop()
      await database.close()
    },
  }
}

async function startWork(config: ServerConfig, house: HotlineHouse, log: Log): Promise<{ stop(): Promise<void> }[]> {
  const { database, clock, vault } = house
  const channels = openChannels(config, { database, clock, log })
  const store = diskStore(config.filesDir)
  const sending: SendingHouse = { database, clock, vault, log, channels }
  const errands = [
    sendJob(sending),
    ...sweepJobs(sending),
    ...fileJobs({ ...house, store }),
    ...searchJobs(house),
    ...identityJobs({ database, clock, cases: caseHomes }),
  ]
  const jobs = await startJobs({ url: config.databases.direct, jobs: errands, log })
  return [
    startTimers({ database, clock, log, effects: clockEffects(house) }),
    startPump({ directUrl: config.databases.direct, clock, log }),
    startSealer({ database, clock, log }),
    startConsumers({ database, clock, log, consumers: [requestNotices(house, config.publicUrl)] }),
    // A channel is closed when nobody sends any more.
    { stop: () => jobs.stop().then(() => closeChannels(channels)) },
  ]
}

async function residentLogin(house: HotlineHouse, login: StaffLogin, config: ServerConfig) {
  const { database, clock, vault } = house
  // Before a district is founded there is nobody to log in: its number will be the first.
  const id = await portalDistrict(house).then(
    (known) => known.id,
    () => 1,
  )
  return openResidentLogin({
    database,
    clock,
    attempts: login.house.attempts,
    publicUrl: config.publicUrl,
    secret: config.secrets.sessionSecret,
    districtOf: () => id,
    ports: {
      phoneKey: (phone) => {
        const number = phoneNumber(phone)
        if (number === null) throw refuse('invalid-input', { field: 'phone', reason: phone })
        return number
      },
      personsOf: (district, phone) => database.as('portal', { district }, (tx) => personsOnPhone(tx, vault, phone)),
      caseOfReceipt: (district, number, code) => caseOfReceipt(house, district, number, code),
      async sendCode({ district, phone, code, minutes, by, language }) {
        await database.as('worker', { district }, (tx) =>
          house.notify(tx, {
            template: 'oneTimeCode',
            to: { phone },
            parameters: { code, minutes },
            channel: by,
            language,
            dedupeKey: `code ${crypto.randomUUID()}`,
          }),
        )
      },
    },
  })
}

async function prepare(app: FastifyInstance, { publicUrl }: ServerConfig): Promise<void> {
  const secure = publicUrl.startsWith('https:')
  await app.register(helmet, {
    contentSecurityPolicy: { directives: contentPolicy(secure) },
    hsts: secure,
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(formbody)
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) => refuse('too-many', { seconds: Math.ceil(ttl / 1000) }),
  })
  await collectOpenApi(app, { publicUrl, version: '0.1.0' })
}

function addApi(app: FastifyInstance, house: PortalHouse, login: StaffLogin): void {
  const { vault, clock } = house
  addIdentityRoutes(app, { ...house, login, cases: caseHomes })
  addSettingRoutes(app, { ...house, permit: (actor) => requireDuty(actor, 'systemAdministrator'), keyOf: actorKey })
  addCalendarRoutes(app, { ...house, mover: clockMover })
  addPeopleRoutes(app, house)
  addPlaceRoutes(app, house)
  addCaseRoutes(app, {
    ...house,
    channels: channelLabels,
    peopleOnPhone: async (tx, phone) => (await findByPhone(tx, vault, phone)).map(({ id }) => id),
    // Who wants to stay unknown to the units in charge is no reason to hide the case from them.
    requester: async (tx, id) => {
      const person = await findPerson(tx, vault, id)
      return person ? requesterView(person) : null
    },
    look: (tx, actor, caseId, purpose) =>
      lookedAt(
        tx,
        actor,
        { subject: 'case', subjectId: caseId, what: 'open', ...(purpose && { purpose }) },
        clock.now(),
      ),
  })
  addHotlineRoutes(app, house)
}

function addNotifications(
  app: FastifyInstance,
  config: ServerConfig,
  { house, login, hub }: { house: HotlineHouse; login: StaffLogin; hub: PushHub },
): void {
  addNotificationRoutes(app, {
    ...house,
    hub,
    demo: config.demo,
    gatewayKey: config.sms?.key,
    pushKey: config.secrets.push.publicKey,
    stillCalling: async (request) => (await login.peek(request))?.actor ?? null,
  })
}

function requesterView(person: PersonView) {
  const { id, kind, name, formOfAddress, phones, flags, dialect, deaf, wheelchair } = person
  const masked = kind === 'person' ? maskName(name) : name
  return { id, kind, name: masked, formOfAddress, phone: phones[0]?.masked ?? null, flags, dialect, deaf, wheelchair }
}

// Ant Design writes its styles at run time, hence the inline ones; scripts come from here alone.
const contentPolicy = (secure: boolean) => ({
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
  upgradeInsecureRequests: secure ? [] : null,
})
