import { sql } from 'kysely'
import { act, clockEffects, Timekeepers } from '#kernel/cases'
import { type Actor, loadActor, type Role, systemActor } from '#kernel/identity'
import { type HotlineHouse, openRequest } from '#module/hotline'
import { type SettableClock, settableClock } from '#platform/clock'
import { runDueTimers } from '#platform/timers'
import { DISTRICT } from './district-row.ts'
import type { DemoUnits } from './found-district.ts'
import type { Part, Script, Step } from './script.ts'
import type { Holders } from './staff.ts'
import type { Story } from './stories.ts'
import type { Topic } from './topic.ts'

/** A case that was played, with what its requester holds in hand. */
export interface Played {
  readonly story: Story
  readonly id: number
  readonly number: string
  readonly receipt: string
}

type Moment = { readonly at: Date; readonly happen: () => Promise<unknown> }

/**
 * Plays all stories at once, as they happened: the clock moves from one step to the next, and what falls due in between
 * falls due then. Afterwards nothing of the past is left to fire.
 */
export async function playStories(
  { database, vault }: Pick<HotlineHouse, 'database' | 'vault'>,
  { stories, units, holders, now }: { stories: readonly Story[]; units: DemoUnits; holders: Holders; now: Date },
): Promise<Played[]> {
  const clock = settableClock(new Date(Math.min(...stories.map(({ script }) => script.opened.getTime()))))
  // Nobody is told today of what happened then, least of all by a gateway to telephones that are invented.
  const notify = async () => []
  const house: HotlineHouse = { database, clock, vault, notify, timekeepers: new Timekeepers(database, clock) }
  const company = new Company(house, units, holders)
  const played: Played[] = []
  const moments = stories.flatMap((story, at) => momentsOf(house, company, story, at, played))
  for (const { at, happen } of moments.sort((one, other) => one.at.getTime() - other.at.getTime())) {
    if (at > now) throw new Error(`a story of the demo reaches into the future: ${at.toISOString()}`)
    await passTime(house, clock, at)
    await happen()
  }
  await passTime(house, clock, now)
  return played
}

function momentsOf(house: HotlineHouse, company: Company, story: Story, at: number, played: Played[]): Moment[] {
  let id = 0
  const open = async () => {
    const written = await openStory(house, company, story, at)
    id = written.id
    played.push({ story, id, number: written.number, receipt: written.receipt! })
  }
  const steps = story.script.steps.map((step) => ({
    at: step.at,
    happen: async () =>
      act(house, await company.actor(step.by, story, step), { caseId: id, name: step.verb, input: step.input }),
  }))
  return [{ at: story.script.opened, happen: open }, ...steps]
}

async function openStory(house: HotlineHouse, company: Company, story: Story, at: number) {
  const { topic } = story.script
  const { resident, channel } = story
  const place = resident.address.replace(/\d单元.*$/, '')
  const actor = channel === 'web' ? systemActor(DISTRICT) : await company.actor('agent', story)
  const intake = {
    kind: topic.kind,
    subject: topic.subject,
    urgency: topic.urgency ?? 0,
    channel,
    title: titleOf(topic, resident.estate.name),
    text: topic.text.replaceAll('{place}', place),
    place: { id: resident.estate.id, text: place },
    requesterId: resident.id,
    answerBy: 'phone' as const,
  }
  return await openRequest(house, actor, intake, { key: `demo ${at}`, hash: '' })
}

/** What has gone wrong is told with its place; a question or an idea is not about one. */
const titleOf = ({ kind, title, text }: Topic, estate: string) =>
  (kind === 'help' || kind === 'complaint') && text.includes('{place}') ? `${estate}${title}` : title

/** Lets everything fall due that does until an instant, each at its own time. */
async function passTime(house: HotlineHouse, clock: SettableClock, until: Date): Promise<void> {
  const { database } = house
  const effects = clockEffects(house)
  for (let next = await nextDue(house); next !== null && next <= until; next = await nextDue(house)) {
    if (next > clock.now()) clock.set(next)
    await runDueTimers({ database, district: DISTRICT, clock, effects })
  }
  clock.set(until)
}

async function nextDue({ database }: HotlineHouse): Promise<Date | null> {
  return await database.as('worker', { district: DISTRICT }, async (tx) => {
    const { rows } = await sql<{ next: Date | null }>`
      select min(coalesce(retry_at, fire_at)) as next from timer where district_id = ${DISTRICT} and parked_at is null`.execute(
      tx,
    )
    return rows[0]!.next
  })
}

/** Those who act, loaded once each. */
class Company {
  readonly #house: HotlineHouse
  readonly #units: DemoUnits
  readonly #holders: Holders
  readonly #known = new Map<number, Promise<Actor>>()

  constructor(house: HotlineHouse, units: DemoUnits, holders: Holders) {
    this.#house = house
    this.#units = units
    this.#holders = holders
  }

  async actor(part: Part, { script, resident }: Story, step?: Step): Promise<Actor> {
    if (part === 'resident') return residentActor(resident.id)
    const [unit, role] = this.#postOf(part, script)
    const staff = this.#holders(unit, role)
    // A release needs a second person anyway; elsewhere colleagues take turns.
    const at = step && part === 'agent' ? script.opened.getMinutes() % staff.length : 0
    return await this.#load(staff[at]!)
  }

  #postOf(part: Exclude<Part, 'resident'>, { way }: Script): [unit: number, role: Role] {
    if (part === 'street') return [way.first, 'dispatcher']
    if (part === 'helper') return [way.other, 'handler']
    if (part === 'handler')
      return way.community === undefined ? [way.first, 'handler'] : [way.community, 'communityWorker']
    return [this.#units.centre, part]
  }

  #load(staffId: number): Promise<Actor> {
    const known =
      this.#known.get(staffId) ??
      loadActor(this.#house.database, { district: DISTRICT, staffId }, this.#house.clock, 'zh')
    this.#known.set(staffId, known)
    return known
  }
}

const residentActor = (id: number): Actor => ({
  kind: 'resident',
  id,
  district: DISTRICT,
  name: { zh: '诉求人', en: 'Requester' },
  posts: [],
  scope: { district: DISTRICT, persons: [id] },
  language: 'zh',
})
