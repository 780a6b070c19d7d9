import { useQuery } from '@tanstack/react-query'
import { TreeSelect } from 'antd'
import { useMemo } from 'react'
import { listSubjects } from '#kernel-contract/cases'
import { queryOf, useLanguage } from '#kit'
import { type SubjectNode, subjectTree } from './subject-tree.ts'

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

/** Chooses a subject: typing finds it anywhere in the tree, arrows walk it. The path is shown, for names repeat. */
export function SubjectSelect({ id, label, value, onChange, className }: SubjectSelectProps) {
  const tree = useSubjects()
  return (
    <TreeSelect
      id={id}
      aria-label={label}
      className={className}
      placeholder={label}
      treeData={tree}
      value={value}
      onChange={(chosen: string | undefined) => onChange(chosen)}
      treeNodeLabelProp="path"
      showSearch={{ treeNodeFilterProp: 'path' }}
      allowClear
      popupMatchSelectWidth={360}
      treeExpandAction="click"
    />
  )
}
