import type { FastifyBaseLogger } from 'fastify'
import { pino } from 'pino'

export type Log = FastifyBaseLogger

/** The house's log: JSON lines on standard error, without personal data (numbers and names never reach it). */
export function makeLog(level: string): Log {
  return pino({ level, redact: ['req.headers.cookie', 'req.headers.authorization'] }, pino.destination(2))
}
