export { type NewEvent, record } from './record.ts'
