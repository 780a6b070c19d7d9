export { type NewEvent, record } from './record.ts'
export { sealEvents } from './seal-events.ts'
export { type Verdict, verifySeals } from './verify-seals.ts'
