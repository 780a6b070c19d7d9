import { type FormEvent, useState } from 'react'
import { FieldError, Input, Label, TextField } from 'react-aria-components'
import { Act } from '../parts/act.tsx'
import { Refused } from '../parts/states.tsx'
import controls from '../task/field-control.module.css'

interface SecretField {
  readonly name: string
  readonly label: string
  readonly missing: string
  readonly autoComplete: string
  readonly type?: 'password'
}

interface SecretFormProps {
  readonly fields: readonly SecretField[]
  readonly act: string
  readonly sending: { mutate(values: Record<string, string>): void; isPending: boolean; error: Error | null }
}

/** What one knows, asked for and sent; nothing of it is kept on the phone. */
export function SecretForm({ fields, act, sending }: SecretFormProps) {
  const [values, setValues] = useState<Record<string, string>>({})
  const [tried, setTried] = useState(false)
  const isMissing = ({ name }: SecretField) => (values[name] ?? '').trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (sending.isPending) return
    setTried(true)
    const first = fields.find(isMissing)
    if (first) document.getElementById(`log-in-${first.name}`)?.focus()
    else sending.mutate(values)
  }
  return (
    <form onSubmit={submit} noValidate>
      {fields.map((field) => (
        <TextField
          key={field.name}
          className={controls.field!}
          value={values[field.name] ?? ''}
          onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
          isInvalid={tried && isMissing(field)}
        >
          <Label>{field.label}</Label>
          <FieldError className={controls.problem!}>{field.missing}</FieldError>
          <Input
            id={`log-in-${field.name}`}
            type={field.type ?? 'text'}
            autoComplete={field.autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            inputMode={field.autoComplete === 'one-time-code' ? 'numeric' : undefined}
          />
        </TextField>
      ))}
      {sending.error && <Refused error={sending.error} />}
      <Act type="submit" busy={sending.isPending}>
        {act}
      </Act>
    </form>
  )
}
