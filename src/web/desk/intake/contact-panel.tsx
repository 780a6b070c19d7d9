import { Checkbox, Input, Select } from 'antd'
import { channelLabels, channels } from '#contract/hotline'
import { nameIn, useWords } from '#kit'
import { Choices } from '../parts/choices.tsx'
import { describedBy, Labelled } from '../parts/labelled.tsx'
import { Refused } from '../parts/states.tsx'
import styles from './intake.module.css'
import { PastCases } from './past-cases.tsx'
import { PersonCard } from './person-card.tsx'
import type { Caller } from './use-caller.ts'
import type { IntakeState } from './use-intake.ts'
import { intakeWords } from './words.ts'

interface ContactPanelProps {
  readonly intake: IntakeState
  readonly caller: Caller
}

/** Who is calling, beside what they say: known before the agent has greeted them. */
export function ContactPanel({ intake, caller }: ContactPanelProps) {
  const say = useWords(intakeWords)
  const { contact, asked } = intake.draft
  return (
    <aside className={styles.panel} aria-label={say('contact')}>
      <h2>{say('contact')}</h2>
      <PhoneFields intake={intake} />
      {caller.error && <Refused error={caller.error} />}
      <WhoIsIt intake={intake} caller={caller} />
      {caller.person ? <PersonCard person={caller.person} /> : <NewPerson intake={intake} />}
      <Wishes intake={intake} />
      {typeof contact.person === 'number' && <PastCases title={say('pastCases')} by={{ requester: contact.person }} />}
      {asked.place?.id !== undefined && <PastCases title={say('samePlace')} by={{ place: asked.place.id }} />}
    </aside>
  )
}

// Nobody takes down what only a machine brings.
const taken = channels.filter((channel) => channel !== 'import' && channel !== 'web')

function PhoneFields({ intake: { draft, meet } }: { intake: IntakeState }) {
  const say = useWords(intakeWords)
  const { contact } = draft
  return (
    <>
      <Labelled id="channel" label={say('channel')}>
        <Select
          id="channel"
          value={contact.channel}
          onChange={(channel) => meet({ channel })}
          options={taken.map((value) => ({ value, label: nameIn(channelLabels[value]) }))}
          style={{ width: '100%' }}
        />
      </Labelled>
      <Labelled id="phone" label={say('phone')} hint={say('phoneHint')}>
        <Input
          id="phone"
          type="tel"
          autoComplete="off"
          maxLength={30}
          value={contact.phone}
          aria-keyshortcuts="Alt+P"
          onChange={({ target }) => meet({ phone: target.value, person: undefined })}
          {...describedBy('phone', { hint: true })}
        />
      </Labelled>
    </>
  )
}

const NEW = 0

function WhoIsIt({ intake: { draft, meet }, caller }: ContactPanelProps) {
  const say = useWords(intakeWords)
  if (caller.isNobody) return <p role="status">{say('nobody')}</p>
  if (caller.people.length === 0) return null
  const options = [
    ...caller.people.map((person) => ({ value: person.id, label: person.formOfAddress ?? person.name })),
    { value: NEW, label: say('newPerson') },
  ]
  const { person } = draft.contact
  return (
    <Choices
      id="person"
      label={say('onPhone')}
      options={options}
      value={person === null ? NEW : person}
      onChange={(id) => meet({ person: id === NEW ? null : id })}
    />
  )
}

function NewPerson({ intake: { draft, meet } }: { intake: IntakeState }) {
  const say = useWords(intakeWords)
  const { contact } = draft
  return (
    <div className={styles.pair}>
      <Labelled id="name" label={say('name')}>
        <Input
          id="name"
          autoComplete="off"
          maxLength={60}
          placeholder={say('nameHint')}
          value={contact.name}
          onChange={({ target }) => meet({ name: target.value })}
        />
      </Labelled>
      <Labelled id="formOfAddress" label={say('formOfAddress')}>
        <Input
          id="formOfAddress"
          autoComplete="off"
          maxLength={20}
          placeholder={say('formHint')}
          value={contact.formOfAddress}
          onChange={({ target }) => meet({ formOfAddress: target.value })}
        />
      </Labelled>
    </div>
  )
}

function Wishes({ intake: { draft, meet } }: { intake: IntakeState }) {
  const say = useWords(intakeWords)
  const { contact } = draft
  const ways = [
    { value: 'phone', label: say('byPhone') },
    { value: 'sms', label: say('bySms') },
    { value: 'none', label: say('byNone') },
  ] as const
  return (
    <>
      <Labelled id="onBehalfOf" label={say('behalf')}>
        <Input
          id="onBehalfOf"
          autoComplete="off"
          maxLength={60}
          placeholder={say('behalfHint')}
          value={contact.onBehalfOf}
          onChange={({ target }) => meet({ onBehalfOf: target.value })}
        />
      </Labelled>
      <Choices
        id="answerBy"
        label={say('answerBy')}
        options={ways}
        value={contact.answerBy}
        onChange={(answerBy) => meet({ answerBy })}
      />
      <Checkbox checked={contact.hidden} onChange={({ target }) => meet({ hidden: target.checked })}>
        {say('hidden')}
      </Checkbox>
    </>
  )
}
