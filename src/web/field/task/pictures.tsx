import type { CaseView, TimelineEntry } from '#kernel-contract/cases'
import { useWords } from '#kit'
import styles from './task.module.css'
import { taskWords } from './words.ts'

/** The pictures that came with one thing that happened, small; a touch opens one whole. */
export function Pictures({ view, entry }: { view: CaseView; entry: TimelineEntry | undefined }) {
  const say = useWords(taskWords)
  const pictures = view.files.filter(({ id, kind }) => entry?.files.includes(id) && kind.startsWith('image'))
  if (pictures.length === 0) return null
  return (
    <div className={styles.pictures}>
      {pictures.map(({ id, name }) => (
        <a key={id} href={`/api/v1/files/${id}`} target="_blank" rel="noreferrer">
          <img src={`/api/v1/files/${id}/thumbnail`} alt={say('photo', { name })} loading="lazy" />
        </a>
      ))}
    </div>
  )
}
