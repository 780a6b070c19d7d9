import type { PublicCaseView } from '#contract/hotline'
import type { Language } from '../pages.ts'
import { wordsIn } from '../words.ts'

interface PhotosProps {
  readonly title: string
  readonly files: PublicCaseView['files']
  readonly language: Language
}

/** Pictures small, each a link to the whole; other files by their names. */
export function Photos({ title, files, language }: PhotosProps) {
  const words = wordsIn(language).case
  if (files.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className="photos">
        {files.map(({ id, name, kind }, at) => (
          <li key={id}>
            <a href={`/mine/files/${id}`}>
              {kind.startsWith('image/') ? (
                <img src={`/mine/files/${id}/thumbnail`} alt={words.photo(at + 1)} loading="lazy" />
              ) : (
                <span lang="zh-CN">{name}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
