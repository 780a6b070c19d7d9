import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useMemo } from 'react'
import { listSubjects } from '#kernel-contract/cases'
import { queryOf, useLanguage } from '#kit'
import styles from './place-input.module.css'
import { flat, isFound, type SubjectNode, subjectTree } from './subject-tree.ts'

interface SubjectSelectProps {
  readonly id?: string
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (code: string | undefined) => void
  readonly className?: string | undefined
}

/** The tree of subjects in the person's language, read once an hour. */
export function useSubjects(): SubjectNode[] {
  const { data } = useQuery({ ...queryOf(listSubjects), staleTime: 3_600_000 })
  const language = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: names are in another language then
  return useMemo(() => subjectTree(data ?? []), [data, language])
}

/** Chooses a subject at any level: words of its path, in any order, find it. The path is shown, for names repeat. */
export function SubjectSelect({ id, label, value, onChange, className }: SubjectSelectProps) {
  const nodes = flat(useSubjects())
  return (
    <Select
      id={id}
      aria-label={id ? undefined : label}
      className={className}
      placeholder={label}
      options={nodes.map((node) => ({ value: node.value, label: node.path, title: node.title }))}
      value={value}
      onChange={(chosen: string | undefined) => onChange(chosen)}
      optionRender={({ label: path, data }) => (
        <>
          {data.title} <span className={styles.path}>{path}</span>
        </>
      )}
      showSearch={{ filterOption: (typed, option) => isFound(option?.label ?? '', typed) }}
      allowClear
      popupMatchSelectWidth={380}
    />
  )
}
