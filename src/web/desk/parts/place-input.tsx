import { useQuery } from '@tanstack/react-query'
import { AutoComplete } from 'antd'
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
export const placeWords = (place: Place) =>
  place.kind === 'building' ? `${place.path.at(-1) ?? ''}${place.name.zh}` : place.name.zh

/** A place as it is said. What is not among the known places is kept in the caller's own words. */
export function PlaceInput({ id, value, onChange }: PlaceInputProps) {
  const say = useWords(partWords)
  const q = useSettled(value?.text.trim() ?? '')
  const isKnown = value?.id !== undefined
  const { data } = useQuery({
    ...queryOf(searchPlaces, { query: { q, limit: 12 } }),
    enabled: q.length > 0 && !isKnown,
  })
  const places = isKnown ? [] : (data?.places ?? [])
  const choose = (chosen: string) => {
    const place = places.find((each) => String(each.id) === chosen)
    if (place) onChange({ id: place.id, text: placeWords(place) })
  }
  const type = (text: string) => {
    // Choosing writes the option's own value first: that is an id, not words.
    if (!places.some((place) => String(place.id) === text)) onChange(text ? { text } : undefined)
  }
  const options = places.map((place) => ({ value: String(place.id), label: <Found place={place} /> }))
  return (
    <>
      <AutoComplete
        id={id}
        className={styles.input}
        value={value?.text ?? ''}
        options={options}
        onSelect={choose}
        onChange={type}
        placeholder={say('placeHint')}
        aria-describedby={`${id}-standing`}
        defaultActiveFirstOption={false}
      />
      <p id={`${id}-standing`} className={styles.standing} role="status">
        {value?.text ? say(isKnown ? 'placeKnown' : 'placeNew') : ''}
      </p>
    </>
  )
}

function Found({ place }: { place: Place }) {
  const say = useWords(partWords)
  return (
    <>
      {nameIn(place.name)}
      {place.formerly && aside(say('formerly', { name: place.formerly }))}
      <span className={styles.path}> {place.path.join(' › ')}</span>
    </>
  )
}
