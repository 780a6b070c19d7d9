import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ChangeEvent, useRef, useState } from 'react'
import { aside, bytesInWords, useWords } from '#kit'
import styles from './file-picker.module.css'
import { Labelled } from './labelled.tsx'
import { Refused } from './states.tsx'
import { type Uploaded, upload } from './upload.ts'
import { partWords } from './words.ts'

interface FilePickerProps {
  readonly id: string
  readonly label: string
  readonly max: number
  readonly required?: boolean
  readonly value: readonly number[]
  readonly problem?: string | undefined
  readonly onChange: (files: readonly number[]) => void
}

/** Photos and files, sent as soon as they are chosen, so that the form itself stays light. */
export function FilePicker({ id, label, max, required, value, problem, onChange }: FilePickerProps) {
  const say = useWords(partWords)
  const { sending, known } = useUploads(value, onChange)
  const input = useRef<HTMLInputElement>(null)
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    sending.mutate([...(target.files ?? [])].slice(0, max - value.length))
    target.value = ''
  }
  const hint = <small>{say('filesHint', { count: max })}</small>
  return (
    <Labelled id={id} label={label} problem={problem} required={required} extra={hint}>
      <ul>
        {value.map((file) => (
          <Chosen
            key={file}
            name={wordsOf(known.get(file)) ?? say('file', { id: file })}
            onRemove={() => onChange(value.filter((each) => each !== file))}
          />
        ))}
      </ul>
      <input ref={input} id={id} type="file" multiple className="unseen" tabIndex={-1} onChange={choose} />
      {value.length < max && (
        <Button loading={sending.isPending} onClick={() => input.current?.click()}>
          {say('addFiles')}
        </Button>
      )}
      {sending.error && <Refused error={sending.error} />}
    </Labelled>
  )
}

const wordsOf = (file: Uploaded | undefined) => file && file.name + aside(bytesInWords(file.bytes))

function Chosen({ name, onRemove }: { name: string; onRemove: () => void }) {
  const say = useWords(partWords)
  return (
    <li className={styles.file}>
      {name}
      <Button type="link" size="small" onClick={onRemove} aria-label={say('removeFile', { name })}>
        {say('remove')}
      </Button>
    </li>
  )
}

/** Sends files one after the other; what arrived is kept although a later one was refused. */
function useUploads(value: readonly number[], onChange: (files: readonly number[]) => void) {
  const [known, setKnown] = useState<ReadonlyMap<number, Uploaded>>(new Map())
  const sending = useMutation({
    mutationFn: async (files: readonly File[]) => {
      let ids = value
      for (const file of files) {
        const uploaded = await upload(file)
        ids = [...ids, uploaded.id]
        setKnown((before) => new Map(before).set(uploaded.id, uploaded))
        onChange(ids)
      }
    },
  })
  return { sending, known }
}
