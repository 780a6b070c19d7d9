import { PgBoss, type QueueOptions } from 'pg-boss'
import type { JobPayload } from './jobs-enqueue.ts'
import type { Log } from './log.ts'

export { enqueue, type JobPayload } from './jobs-enqueue.ts'

/**
 * An effect outside the database. A job that was killed at its work runs again, so `run` must do nothing the second
 * time; one that throws is tried again later, longer each time.
 */
export interface Job {
  readonly name: string
  readonly run: (payload: JobPayload) => Promise<void>
  /** How many run at once in each process. */
  readonly atOnce?: number
  /** Seconds after which a job without an end counts as killed. */
  readonly longest?: number
}

/** Something to do at times of the day, once in the whole house however many processes run. */
export interface CronJob {
  readonly name: string
  /** Minute, hour, day, month, weekday, in `timeZone`. */
  readonly cron: string
  readonly timeZone: string
  readonly run: () => Promise<void>
}

export interface JobsOptions {
  /** The worker's own login, past any connection pooler. */
  readonly url: string
  readonly jobs: readonly (Job | CronJob)[]
  readonly log: Log
}

/** Declares a job that `enqueue` names. */
export function defineJob(name: string, run: Job['run'], options: Omit<Job, 'name' | 'run'> = {}): Job {
  return { name, run, ...options }
}

/** Declares what runs by the clock on the wall, in the district's zone where no other is given. */
export function defineCron(name: string, cron: string, run: CronJob['run'], timeZone = 'Asia/Shanghai'): CronJob {
  return { name, cron, run, timeZone }
}

// Two weeks of a worker that is down lose nothing; what ended is kept a week for the curious.
const kept: QueueOptions = { retentionSeconds: 14 * 86_400, deleteAfterSeconds: 7 * 86_400 }
// Ten tries over some hours: a job fails only where the database or the code is at fault, and that is mended by then.
const tries: QueueOptions = { retryLimit: 10, retryDelay: 5, retryBackoff: true, retryDelayMax: 3_600 }

/** Works the jobs until stopped. `stop` waits up to 20 s for those at work; what is cut off runs again elsewhere. */
export async function startJobs({ url, jobs, log }: JobsOptions): Promise<{ stop(): Promise<void> }> {
  const boss = new PgBoss({
    connectionString: url,
    max: 4,
    application_name: 'lianxin jobs',
    migrate: false,
    createSchema: false,
    registerInstance: false,
    // Rebuilding indexes needs their owner; openTelemetry's spans nobody reads.
    reindex: false,
    openTelemetry: { enabled: false },
  })
  boss.on('error', (error) => log.warn({ err: error }, 'jobs'))
  boss.on('warning', ({ message }) => log.warn({ message }, 'jobs'))
  await boss.start()
  for (const job of jobs) await ('cron' in job ? workByTime(boss, job) : work(boss, job, log))
  return { stop: () => boss.stop({ graceful: true, timeout: 20_000 }) }
}

async function work(boss: PgBoss, { name, run, atOnce = 4, longest = 120 }: Job, log: Log): Promise<void> {
  const options = { ...kept, ...tries, expireInSeconds: longest }
  await boss.createQueue(name, options)
  await boss.updateQueue(name, options)
  await boss.work<JobPayload>(name, { localConcurrency: atOnce, pollingIntervalSeconds: 1 }, async ([job]) => {
    await run(job!.data).catch((error: Error) => {
      log.warn({ err: error, job: name, id: job!.data.id }, 'a job failed and will be tried again')
      // Its text may hold an address; pg-boss would store it.
      throw new Error(error.name)
    })
  })
}

async function workByTime(boss: PgBoss, { name, cron, timeZone, run }: CronJob): Promise<void> {
  await boss.createQueue(name, { ...kept, retryLimit: 0, expireInSeconds: 3_600 })
  await boss.schedule(name, cron, null, { tz: timeZone })
  await boss.work(name, { pollingIntervalSeconds: 2 }, async () => await run())
}
