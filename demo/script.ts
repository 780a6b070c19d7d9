import type { Random } from './random.ts'
import type { Topic } from './topic.ts'
import type { Past } from './work-days.ts'

/** Who does a step. The handler is the community's worker or the department's, whoever holds the case. */
export type Part = 'agent' | 'dispatcher' | 'street' | 'handler' | 'helper' | 'supervisor' | 'reviewer' | 'resident'

export interface Step {
  readonly at: Date
  readonly by: Part
  readonly verb: string
  readonly input: Readonly<Record<string, unknown>>
}

/** The units that a story may go through. */
export interface Way {
  /** The department, or the street that passes the case on. */
  readonly first: number
  /** The community; absent where a department handles it. */
  readonly community?: number
  /** Another department, asked for help or wrongly asked. */
  readonly other: number
}

const MINUTE = 60_000

/** What happens to one case, step by step: each later than the one before. */
export class Script {
  readonly topic: Topic
  readonly way: Way
  readonly past: Past
  readonly random: Random
  readonly opened: Date
  readonly steps: Step[] = []

  constructor(opened: Date, { topic, way, past, random }: Pick<Script, 'topic' | 'way' | 'past' | 'random'>) {
    this.opened = opened
    this.topic = topic
    this.way = way
    this.past = past
    this.random = random
  }

  get last(): Date {
    return this.steps.at(-1)?.at ?? this.opened
  }

  at(instant: Date, by: Part, verb: string, input: Step['input'] = {}): this {
    const at = new Date(Math.max(instant.getTime(), this.last.getTime() + 2 * MINUTE))
    this.steps.push({ at, by, verb, input })
    return this
  }

  /** Some minutes after the step before. */
  after(minutes: readonly [least: number, most: number], by: Part, verb: string, input: Step['input'] = {}): this {
    return this.at(new Date(this.last.getTime() + this.random.whole(...minutes) * MINUTE), by, verb, input)
  }

  /** On a working day so many before today. */
  on(workdays: number, time: string, by: Part, verb: string, input: Step['input'] = {}): this {
    return this.at(this.past.back(workdays, time), by, verb, input)
  }

  hoursAgo(hours: number, by: Part, verb: string, input: Step['input'] = {}): this {
    return this.at(this.past.hoursAgo(hours), by, verb, input)
  }

  dispatched(unit = this.way.first): this {
    return this.after([6, 20], 'dispatcher', 'dispatch', { unit })
  }

  /** To whoever handles it: straight, or by way of the street. */
  arrived(): this {
    this.dispatched()
    if (this.way.community === undefined) return this
    return this.after([12, 30], 'street', 'forward', {
      unit: this.way.community,
      note: '请先与居民联系，了解清楚再办。',
    })
  }

  contacted(): this {
    return this.arrived().after([8, 25], 'handler', 'contact', {
      reached: true,
      by: this.random.pick(['phone', 'visit']),
      note: '已和居民通话，约好时间到现场看。',
    })
  }

  /** Handled and answered on a working day. */
  replied(workdays: number, time: string): this {
    return this.on(workdays, time, 'handler', 'reply', { outcome: 'solved', text: this.topic.reply })
  }
}
