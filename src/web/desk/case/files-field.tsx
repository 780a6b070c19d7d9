import { labelOf } from '#kit'
import { FilePicker } from '../parts/file-picker.tsx'
import type { ControlProps } from './field-control.tsx'

export function FilesField({ id, field, value, sentence, onChange }: ControlProps) {
  return (
    <FilePicker
      id={id}
      label={labelOf(field)}
      max={field.max ?? 9}
      required={field.required}
      value={(value as readonly number[] | undefined) ?? []}
      problem={sentence}
      onChange={onChange}
    />
  )
}
