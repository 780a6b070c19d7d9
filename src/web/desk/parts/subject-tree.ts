import type { Subject } from '#kernel-contract/cases'
import { nameIn } from '#kit'

export interface SubjectNode {
  readonly value: string
  readonly title: string
  /** All names from the root down: what a search looks at. */
  readonly path: string
  readonly children: SubjectNode[]
}

/** The subjects as a tree in the order given; a child of an unknown parent stands at the root rather than nowhere. */
export function subjectTree(subjects: readonly Subject[]): SubjectNode[] {
  const nodes = new Map(
    subjects.map(({ code, name }) => [
      code,
      { value: code, title: nameIn(name), path: '', children: [] as SubjectNode[] },
    ]),
  )
  const roots: SubjectNode[] = []
  for (const { code, parent } of subjects) {
    const siblings = (parent !== null && nodes.get(parent)?.children) || roots
    siblings.push(nodes.get(code)!)
  }
  return roots.map((root) => withPath(root, ''))
}

function withPath(node: SubjectNode, above: string): SubjectNode {
  const path = above ? `${above} › ${node.title}` : node.title
  return { ...node, path, children: node.children.map((child) => withPath(child, path)) }
}

/** The path of a subject in words; its code when it is not in the tree. */
export function pathOf(tree: readonly SubjectNode[], code: string): string {
  const found = flat(tree).find(({ value }) => value === code)
  return found?.path ?? code
}

/** All nodes in the order of the tree. */
export const flat = (tree: readonly SubjectNode[]): SubjectNode[] =>
  tree.flatMap((node) => [node, ...flat(node.children)])

/** Whether every typed word stands somewhere in the path. */
export const isFound = (path: string, typed: string): boolean =>
  typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => path.toLowerCase().includes(word))
