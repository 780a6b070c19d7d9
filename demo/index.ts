import { openStaffLogin } from '#kernel/identity'
import type { Clock } from '#platform/clock'
import { dateOf } from '#platform/clock'
import type { Config } from '#platform/config'
import { Vault } from '#platform/crypto'
import type { Database } from '#platform/database'
import type { Log } from '#platform/log'
import type { DemoLogin } from '../bin/demo-once.ts'
import { cast } from './cast.ts'
import { DISTRICT, foundDistrict } from './district-row.ts'
import { foundUnits } from './found-district.ts'
import { plantPlaces } from './places.ts'
import { type Played, playStories } from './play.ts'
import { Random } from './random.ts'
import { registerResidents } from './residents.ts'
import { hireStaff, PASSWORD } from './staff.ts'
import { tellStories } from './stories.ts'
import { pastOf } from './work-days.ts'

export interface DemoHouse {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly config: Pick<Config, 'publicUrl' | 'secrets'> & { readonly databases?: { readonly owner: string } }
}

/**
 * Makes the fictional district in an empty database: units, staff, places, residents, and two months of cases up to now.
 * The same day gives the same district.
 * @returns whom to log in as, and the receipts of two cases to follow as a resident
 */
export async function makeDemo({ database, clock, log, config }: DemoHouse): Promise<DemoLogin[]> {
  const now = clock.now()
  // A chance of its own for each part: they work side by side, and the day alone decides.
  const chance = (part: string) => new Random(`${part} ${dateOf(now)}`)
  const vault = new Vault(config.secrets.vault)
  await foundDistrict(config.databases!.owner)
  const units = await foundUnits(database, clock)
  const login = openStaffLogin({
    database,
    clock,
    log,
    publicUrl: config.publicUrl,
    secret: config.secrets.sessionSecret,
  })
  const hired = hireStaff({ database, clock, random: chance('staff'), login }, units)
  const settled = plantPlaces(database, clock, units).then((estates) =>
    registerResidents({ database, vault, clock, random: chance('residents') }, estates),
  )
  const [holders, residents] = await Promise.all([hired, settled])
  const past = await database.as('worker', { district: DISTRICT }, (tx) => pastOf(tx, now))
  const stories = tellStories({ units, residents, past, random: chance('stories') })
  const played = await playStories({ database, vault }, { stories, units, holders, now })
  return [...staffLogins(), ...receipts(played)]
}

const staffLogins = (): DemoLogin[] =>
  Object.entries(cast).map(([login, { zh, title }]) => ({ name: zh, role: title, login, password: PASSWORD }))

/** One case to watch and one to rate. */
function receipts(played: readonly Played[]): DemoLogin[] {
  return ['handling', 'replied'].flatMap((state) => {
    const found = played.find(({ story }) => story.plot.leaves === state)
    return found
      ? [
          {
            name: found.story.resident.name,
            role: '居民查进度 resident, portal',
            login: found.number,
            password: found.receipt,
          },
        ]
      : []
  })
}
