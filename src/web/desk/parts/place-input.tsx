import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { searchPlaces } from '#kernel-contract/places'
import { aside, nameIn, queryOf, useWords } from '#kit'
import type { ResponseOf } from '#platform/contract'
import styles from './place-input.module.css'
import { useSettled } from './use-settled.ts'
import { partWords } from './words.ts'

/** A place as it was said; with an id when it is among the known ones. */
export interface PlaceSaid {
  readonly id?: number | undefined
  readonly text: string
}

interface PlaceInputProps {
  readonly id: string
  readonly value: PlaceSaid | undefined
  readonly onChange: (place: PlaceSaid | undefined) => void
}

type Place = ResponseOf<typeof searchPlaces>['places'][number]

/** What is written down for a known place. A building is nothing without its estate. */
export const placeWords = (place: Place): string =>
  place.kind === 'building' ? `${place.path.at(-1) ?? ''}${place.name.zh}` : place.name.zh

const FEW = 10
const NONE = -1

/**
 * A place as it is said. Known places are offered below and chosen by arrows and Enter; what is not among them stays in
 * the caller's own words, so nothing is chosen before an arrow was pressed.
 */
export function PlaceInput({ id, value, onChange }: PlaceInputProps) {
  const say = useWords(partWords)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(NONE)
  const places = useKnownPlaces(value)
  const shown = open && places.length > 0
  const choose = (place: Place | undefined) => {
    if (place) onChange({ id: place.id, text: placeWords(place) })
    setOpen(false)
    setAt(NONE)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!shown || event.nativeEvent.isComposing) return
    if (step !== undefined) setAt((at + step + places.length) % places.length)
    else if (event.key === 'Enter' && at !== NONE) choose(places[at])
    else if (event.key === 'Escape') setOpen(false)
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.place}>
      <Input
        id={id}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={shown ? `${id}-list` : undefined}
        aria-activedescendant={shown && at !== NONE ? `${id}-${at}` : undefined}
        aria-describedby={`${id}-standing`}
        placeholder={say('placeHint')}
        maxLength={200}
        value={value?.text ?? ''}
        onChange={({ target }) => {
          setOpen(true)
          setAt(NONE)
          onChange(target.value ? { text: target.value } : undefined)
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      {shown && <Offered id={id} places={places} at={at} onChoose={choose} />}
      <p id={`${id}-standing`} className={styles.standing} role="status">
        {value?.text ? say(value.id === undefined ? 'placeNew' : 'placeKnown') : ''}
      </p>
    </div>
  )
}

function useKnownPlaces(value: PlaceSaid | undefined): readonly Place[] {
  const q = useSettled(value?.text.trim() ?? '')
  const asks = q.length > 0 && value !== undefined && value.id === undefined
  const { data } = useQuery({ ...queryOf(searchPlaces, { query: { q, limit: FEW } }), enabled: asks })
  return asks ? (data?.places ?? []) : []
}

interface OfferedProps {
  readonly id: string
  readonly places: readonly Place[]
  readonly at: number
  readonly onChoose: (place: Place) => void
}

function Offered({ id, places, at, onChoose }: OfferedProps) {
  const say = useWords(partWords)
  return (
    <div id={`${id}-list`} role="listbox" aria-label={say('places')} className={styles.list}>
      {places.map((place, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the keyboard, as comboboxes do
        <div
          key={place.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={index === at ? styles.here : styles.option}
          // The box keeps the focus: losing it would close the list before the click.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(place)}
        >
          {nameIn(place.name)}
          {place.formerly && aside(say('formerly', { name: place.formerly }))}
          <span className={styles.path}> {place.path.join(' › ')}</span>
        </div>
      ))}
    </div>
  )
}
