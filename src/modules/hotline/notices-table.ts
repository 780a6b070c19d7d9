import {
  clockLabel,
  desk,
  deskAbove,
  deskOfClock,
  dueOf,
  intakeDesk,
  isAt,
  nameOf,
  running,
  type Telling,
  tell,
} from './notices-told.ts'
import { requestType } from './request-type.ts'

/** A unit has a case to acknowledge; who asked hears whose it is and until when. Taken back meanwhile, nobody is told. */
const arrived: Telling = (event, known) => {
  const owed = running(known, 'acknowledge')
  if (!owed || !isAt(owed.startedAt, event)) return []
  const { number } = known
  const unit = nameOf(known, owed.unit)
  const contact = running(known, 'contact')
  const handle = running(known, 'handle')
  return [
    known.urgency > 0 && contact
      ? tell(desk(owed.unit), 'urgentCase', { number, unit, due: dueOf(contact) })
      : tell(desk(owed.unit), 'taskArrived', { number, unit, due: dueOf(owed) }),
    ...(handle ? [tell('requester', 'caseDispatched', { number, unit, due: dueOf(handle) })] : []),
  ]
}

const remind: Telling = ({ data }, known) => {
  const clock = running(known, String(data.clock), Number(data.unit))
  if (!clock) return []
  const percent = Math.round(Number(data.fraction) * 100)
  const parameters = { number: known.number, clock: clockLabel(clock.name), percent, due: dueOf(clock) }
  return [tell(deskOfClock(clock), 'caseReminder', parameters)]
}

/** The unit, and the one above unless the house itself does something about it, of which that one is told. */
const overdue: Telling = ({ at, data }, known) => {
  const { number } = known
  const late = { name: String(data.clock), unit: Number(data.unit) }
  const clock = clockLabel(late.name)
  const told = tell(deskOfClock(late), 'caseOverdue', { number, clock, due: { instant: at.toISOString() } })
  if (requestType.clocks[late.name]?.whenMissed) return [told]
  return [told, tell(deskAbove(late.unit), 'escalated', { number, clock, unit: nameOf(known, late.unit) })]
}

const deemAcknowledged: Telling = (event, known) => {
  const owed = known.clocks.find((clock) => clock.name === 'acknowledge' && isAt(clock.stoppedAt, event))
  const unit = owed?.unit ?? known.lead
  if (unit === null) return []
  return [tell(deskAbove(unit), 'acknowledgedByDefault', { number: known.number, unit: nameOf(known, unit) })]
}

const toIntake =
  (template: 'caseSentBack' | 'extensionAsked'): Telling =>
  ({ unit }, known) =>
    unit === null ? [] : [tell(intakeDesk(known), template, { number: known.number, unit: nameOf(known, unit) })]

const decided =
  (decision: { zh: string; en: string }): Telling =>
  (_event, { number, lead }) =>
    lead === null ? [] : [tell(desk(lead), 'extensionDecided', { number, decision })]

const extended: Telling = (event, known, link) => {
  const handle = running(known, 'handle')
  const unit = decided({ zh: '已同意', en: 'approved' })(event, known, link)
  return handle ? [tell('requester', 'caseExtended', { number: known.number, due: dueOf(handle) }), ...unit] : unit
}

const redone: Telling = (event, known) => {
  const handle = running(known, 'handle')
  if (!handle || !isAt(handle.startedAt, event)) return []
  return [tell(desk(handle.unit), 'caseRedo', { number: known.number, due: dueOf(handle) })]
}

/** What is told of each verb of a request; of the others nobody is told. */
export const tellings: Readonly<Record<string, Telling>> = {
  dispatch: arrived,
  forward: arrived,
  reassign: arrived,
  reply: (_event, _known, link) => [tell('requester', 'caseReplied', { link })],
  decline: (_event, _known, link) => [tell('requester', 'caseDeclined', { link })],
  sendBack: (event, known, link) => (known.state === 'sentBack' ? toIntake('caseSentBack')(event, known, link) : []),
  askExtension: toIntake('extensionAsked'),
  approveExtension: extended,
  refuseExtension: decided({ zh: '未获同意', en: 'refused' }),
  urge: (_event, { number, lead }) => (lead === null ? [] : [tell(desk(lead), 'caseUrged', { number })]),
  redo: redone,
  remind,
  overdue,
  deemAcknowledged,
}
