import type { CaseView } from '#kernel-contract/cases'
import { useWords } from '#kit'
import { FileLink } from '../parts/file-link.tsx'
import { Section } from './section.tsx'
import { caseWords } from './words.ts'

/** Photos and files of the case. */
export function Attachments({ files }: { files: CaseView['files'] }) {
  const say = useWords(caseWords)
  if (files.length === 0) return null
  return (
    <Section title={say('attachments')}>
      {files.map((file) => (
        <FileLink key={file.id} {...file} />
      ))}
    </Section>
  )
}
