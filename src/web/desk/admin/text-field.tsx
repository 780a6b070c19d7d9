import { Input } from 'antd'
import { useId } from 'react'
import { describedBy, Labelled } from '../parts/labelled.tsx'

interface TextFieldProps {
  readonly label: string
  readonly hint?: string
  readonly type?: 'text' | 'password' | 'date' | 'tel'
  readonly value: string
  readonly required?: boolean
  readonly onChange: (value: string) => void
}

/** A question with one line as its answer. */
export function TextField({ label, hint, type = 'text', value, required, onChange }: TextFieldProps) {
  const id = useId()
  return (
    <Labelled id={id} label={label} hint={hint} required={required}>
      <Input
        id={id}
        type={type}
        autoComplete={type === 'password' ? 'new-password' : 'off'}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        {...describedBy(id, { hint })}
      />
    </Labelled>
  )
}
