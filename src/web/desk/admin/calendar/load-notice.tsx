import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type ChangeEvent, useRef, useState } from 'react'
import { listNotices, loadNoticeRoute, previewNoticeRoute } from '#kernel-contract/calendar'
import { call, newKey, useWords } from '#kit'
import { useMe } from '../../app/me.ts'
import { reading } from '../../app/reading.ts'
import { useAnnounce } from '../../parts/announce.tsx'
import { describedBy, Labelled } from '../../parts/labelled.tsx'
import { Refused } from '../../parts/states.tsx'
import { ActForm } from '../act-form.tsx'
import { lawWords } from '../law-words.ts'
import { TextField } from '../text-field.tsx'
import { Moves } from './moves.tsx'
import { noticeFile } from './notice-file.ts'

// As the server reads it; the words of the kinds are the file's, not the page's.
const sample = '2027-01-01,rest,元旦\n2027-02-14,work,春节'

interface Typed {
  readonly year: string
  readonly source: string
  readonly file: string
}

/** A year's notice: what it would move is seen first, and only then it is taken. */
export function LoadNotice() {
  const say = useWords(lawWords)
  const thisYear = Number(useMe().today.slice(0, 4))
  const [typed, setTyped] = useState<Typed>({ year: String(thisYear + 1), source: '', file: '' })
  const previewing = useMutation({ mutationFn: (body: Body) => call(previewNoticeRoute, { body }) })
  const loading = useLoading(() => {
    setTyped({ ...typed, source: '', file: '' })
    previewing.reset()
  })
  const change = (next: Partial<Typed>) => {
    previewing.reset()
    setTyped({ ...typed, ...next })
  }
  const body = bodyOf(typed)
  return (
    <ActForm
      title={say('loadNotice')}
      act={say('load', { year: typed.year })}
      ready={body !== null && previewing.isSuccess}
      pending={loading.isPending}
      error={loading.error}
      onAct={() => body && loading.mutate(body)}
    >
      <TextField label={say('year')} value={typed.year} required onChange={(year) => change({ year })} />
      <TextField label={say('source')} value={typed.source} required onChange={(source) => change({ source })} />
      <DaysField value={typed.file} onChange={(file) => change({ file })} />
      <p>
        <Button disabled={!body} loading={previewing.isPending} onClick={() => body && previewing.mutate(body)}>
          {say('preview')}
        </Button>
      </p>
      {previewing.error && <Refused error={previewing.error} />}
      {previewing.data && <Moves preview={previewing.data} />}
    </ActForm>
  )
}

interface Body {
  readonly year: number
  readonly source: string
  readonly file: string
}

function bodyOf({ year, source, file }: Typed): Body | null {
  const number = Number(year)
  return Number.isSafeInteger(number) && source.trim() && file.trim()
    ? { year: number, source: source.trim(), file: noticeFile(file) }
    : null
}

function useLoading(then: () => void) {
  const say = useWords(lawWords)
  const announce = useAnnounce()
  const [idempotencyKey, setKey] = useState(newKey)
  return useMutation({
    mutationFn: (body: Body) => call(loadNoticeRoute, { body, idempotencyKey }),
    onSuccess: async ({ fresh }) => {
      announce(say(fresh ? 'loaded' : 'same'))
      setKey(newKey())
      then()
      await reading.invalidateQueries({ queryKey: [listNotices.path] })
    },
  })
}

function DaysField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const say = useWords(lawWords)
  const input = useRef<HTMLInputElement>(null)
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    if (file) onChange(await file.text())
    target.value = ''
  }
  return (
    <Labelled id="notice-days" label={say('file')} hint={say('fileHint')} required>
      <Input.TextArea
        id="notice-days"
        placeholder={sample}
        autoSize={{ minRows: 4, maxRows: 12 }}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        {...describedBy('notice-days', { hint: true })}
      />
      <input
        ref={input}
        type="file"
        accept=".csv,.json,.txt"
        className="unseen"
        tabIndex={-1}
        aria-label={say('chooseFile')}
        onChange={choose}
      />
      <Button size="small" onClick={() => input.current?.click()}>
        {say('chooseFile')}
      </Button>
    </Labelled>
  )
}
