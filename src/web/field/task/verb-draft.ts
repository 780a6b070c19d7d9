import { useEffect, useMemo, useState } from 'react'
import { type FormValues, useDraft } from '#kit'
import { useDrafts, useMe } from '../app/me.ts'
import type { Photo } from '../outbox/command.ts'
import { type FormPhotos, PhotoShelf } from '../saved/photos.ts'

/** Under which name a verb's unsent answers are kept. */
export const draftName = (caseId: number, verb: string): string => `case.${caseId}.${verb}`

const nothing: FormValues = {}

/** The answers to a verb's questions, words and photos, kept on every key and every picture. */
export function useVerbDraft(caseId: number, verb: string) {
  const name = draftName(caseId, verb)
  const { value, change, restart } = useDraft<FormValues>(useDrafts(), name, nothing)
  const { id: owner } = useMe()
  const shelf = useMemo(() => new PhotoShelf(owner), [owner])
  const [photos, setPhotos] = useState<FormPhotos>({})
  useEffect(() => {
    void shelf.find(name).then(setPhotos)
  }, [name, shelf])
  return {
    values: value,
    photos,
    answer: (answers: FormValues) => change((before) => ({ ...before, ...answers })),
    picture(field: string, list: readonly Photo[]) {
      const next = { ...photos, [field]: list }
      setPhotos(next)
      void shelf.keep(name, next)
    },
    clear() {
      restart(nothing)
      setPhotos({})
      void shelf.drop(name)
    },
  }
}
