import { nameIn, useWords } from '#kit'
import { roleWords } from '../../app/role-words.ts'
import { adminWords } from '../words.ts'
import type { Staff } from './staff-page.tsx'

/** The posts of a member of staff: 桥东街道 · 派单员. */
export function Posts({ posts }: Pick<Staff, 'posts'>) {
  const say = useWords(adminWords)
  if (posts.length === 0) return say('noPosts')
  return (
    <ul>
      {posts.map((post) => (
        <li key={post.id}>
          <PostWords post={post} />
        </li>
      ))}
    </ul>
  )
}

export function PostWords({ post: { unitName, role } }: { post: Staff['posts'][number] }) {
  const say = useWords(roleWords)
  return `${nameIn(unitName)} · ${say(role)}`
}
