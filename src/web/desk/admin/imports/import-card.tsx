import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ChangeEvent, useId, useRef, useState } from 'react'
import { newKey, send, useWords } from '#kit'
import { Refused } from '../../parts/states.tsx'
import styles from '../admin.module.css'
import { adminWords } from '../words.ts'
import { type ImportReport, Report } from './report.tsx'

interface ImportCardProps {
  readonly title: string
  readonly template: string
  readonly preview: string
  readonly create: string
}

async function sendSheet(path: string, file: File, idempotencyKey: string): Promise<ImportReport> {
  const body = new FormData()
  body.append('file', file)
  return (await send('', { method: 'POST', path, body, idempotencyKey })) as ImportReport
}

/** One register: the empty sheet to fill in, the preview of a filled one, and only then the import. */
export function ImportCard({ title, template, preview, create }: ImportCardProps) {
  const say = useWords(adminWords)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [sheet, setSheet] = useState<{ file: File; key: string }>()
  const previewing = useMutation({ mutationFn: (file: File) => sendSheet(preview, file, newKey()) })
  const importing = useMutation({
    mutationFn: ({ file, key }: { file: File; key: string }) => sendSheet(create, file, key),
  })
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    target.value = ''
    if (!file) return
    importing.reset()
    setSheet({ file, key: newKey() })
    previewing.mutate(file)
  }
  const changes = previewing.data ? previewing.data.added + previewing.data.changed : 0
  return (
    <section className={styles.card} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className={styles.tools}>
        <a href={template}>{say('template')}</a>
        <input
          ref={input}
          type="file"
          accept=".xlsx"
          className="unseen"
          tabIndex={-1}
          aria-label={`${say('choose')} ${title}`}
          onChange={choose}
        />
        <Button loading={previewing.isPending} onClick={() => input.current?.click()}>
          {say('choose')}
        </Button>
        {sheet?.file.name}
      </div>
      {(previewing.error || importing.error) && <Refused error={importing.error ?? previewing.error} />}
      {importing.data ? (
        <>
          <p role="status">{say('importDone')}</p>
          <Report report={importing.data} />
        </>
      ) : (
        previewing.data && (
          <>
            {changes > 0 ? (
              <Button type="primary" loading={importing.isPending} onClick={() => sheet && importing.mutate(sheet)}>
                {say('importNow', { count: changes })}
              </Button>
            ) : (
              <p role="status">{say('nothingToImport')}</p>
            )}
            <Report report={previewing.data} />
          </>
        )
      )}
    </section>
  )
}
