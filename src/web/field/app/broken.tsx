import { Failure, useWords } from '#kit'
import { Act } from '../parts/act.tsx'
import { To } from './places.tsx'
import { frameWords } from './words.ts'

/** The last net: what happened, what is safe, what to do. */
export function Broken({ error }: { error: unknown }) {
  const say = useWords(frameWords)
  return (
    <main className="page">
      <h1>{say('broken')}</h1>
      <p>{error instanceof Failure ? error.message : say('brokenWhy')}</p>
      <Act onPress={() => location.reload()}>{say('retry')}</Act>
    </main>
  )
}

export function NoSuchPage() {
  const say = useWords(frameWords)
  return (
    <main className="page">
      <h1>{say('notFound')}</h1>
      <p>
        <To to="/" className="target">
          {say('toTasks')}
        </To>
      </p>
    </main>
  )
}
