import { exactMoment, momentInWords, useLanguage } from '#kit'

/** An instant as one says it today; in full on paper, where there is no today. */
export function Moment({ at, className }: { at: string; className?: string | undefined }) {
  const language = useLanguage()
  const exact = exactMoment(at, language)
  return (
    <time dateTime={at} title={exact} className={className}>
      <span className="onScreen">{momentInWords(at, language)}</span>
      <span className="onPaper" aria-hidden="true">
        {exact}
      </span>
    </time>
  )
}
