import type { DemoUnits } from './found-district.ts'
import type { DepartmentKey } from './organisation.ts'
import type { Plot } from './plot.ts'
import { closedPlots } from './plots-closed.ts'
import { openPlots } from './plots-open.ts'
import type { Random } from './random.ts'
import type { Resident } from './residents.ts'
import { Script, type Way } from './script.ts'
import type { Topic } from './topic.ts'
import { answeredTopics } from './topics-answered.ts'
import { cityTopics } from './topics-city.ts'
import { communityTopics } from './topics-community.ts'
import { homeTopics } from './topics-home.ts'
import type { Past } from './work-days.ts'

/** One case as it will be: who calls about what, and all that follows. */
export interface Story {
  readonly plot: Plot
  readonly script: Script
  readonly resident: Resident
  readonly channel: 'phone' | 'web' | 'counter' | 'oneKey'
}

export const topics: readonly Topic[] = [...communityTopics, ...cityTopics, ...homeTopics, ...answeredTopics]
export const plots: readonly Plot[] = [...openPlots, ...closedPlots]

interface World {
  readonly units: DemoUnits
  readonly residents: readonly Resident[]
  readonly past: Past
  readonly random: Random
}

/** A story for every case of every plot. Topics take turns, so that all are heard before one is heard again. */
export function tellStories(world: World): Story[] {
  const turns = new Map<string, number>()
  return plots.flatMap((plot) => Array.from({ length: plot.count }, () => tellStory(plot, world, turns)))
}

function tellStory(plot: Plot, world: World, turns: Map<string, number>): Story {
  const { past, random } = world
  const topic = nextTopic(plot, random, turns)
  const resident = residentFor(topic, world)
  const { at, day } = plot.opens(past, random)
  const script = new Script(at, { topic, way: wayOf(topic, resident, world), past, random })
  plot.tell?.(script, day)
  return {
    plot,
    script,
    resident,
    channel: random.pick(['phone', 'phone', 'phone', 'web', 'web', 'counter', 'oneKey']),
  }
}

const office = [...cityTopics, ...homeTopics]
const fitting = { community: communityTopics, office, centre: answeredTopics, any: [...office, ...communityTopics] }

function nextTopic({ of, publishable, calm }: Plot, random: Random, turns: Map<string, number>): Topic {
  // The named department's desk should not be empty.
  if (of === 'office' && random.chance(0.2))
    return random.pick(cityTopics.filter(({ to, urgency = 0 }) => to === 'city' && !(calm && urgency > 0)))
  const choice = fitting[of].filter(
    ({ kind, urgency = 0 }) => !(publishable && kind === 'report') && !(calm && urgency > 0),
  )
  const least = Math.min(...choice.map(({ text }) => turns.get(text) ?? 0))
  const topic = random.pick(choice.filter(({ text }) => (turns.get(text) ?? 0) === least))
  turns.set(topic.text, least + 1)
  return topic
}

/** Half of what communities do happens in the named worker's street, most of that in her own community. */
function residentFor({ to }: Topic, { residents, units, random }: World): Resident {
  const street = units.streets[0]!
  if (to !== 'community' || random.chance(0.4)) return random.pick(residents)
  const own = random.chance(0.7) ? [street.communities[0]!.id] : street.communities.map(({ id }) => id)
  return random.pick(residents.filter(({ estate }) => own.includes(estate.community.id)))
}

function wayOf({ to }: Topic, { estate }: Resident, { units, random }: World): Way {
  const others = (Object.keys(units.departments) as DepartmentKey[]).filter((key) => key !== to)
  const other = units.departments[random.pick(others)]
  if (to !== 'community') return { first: units.departments[to], other }
  return { first: estate.community.street, community: estate.community.id, other }
}
