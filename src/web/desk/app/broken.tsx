import { Link } from '@tanstack/react-router'
import { Button, Result } from 'antd'
import { Failure, useWords } from '#kit'
import { frameWords } from './words.ts'

/** The last net: a page that could not be shown says what happened, what is safe and what to do. */
export function Broken({ error }: { error: unknown }) {
  const say = useWords(frameWords)
  const sentence = error instanceof Failure ? error.message : say('brokenWhy')
  return (
    <main>
      <Result
        status="warning"
        title={<h1>{say('broken')}</h1>}
        subTitle={sentence}
        extra={<Button onClick={() => location.reload()}>{say('reload')}</Button>}
      />
    </main>
  )
}

export function NoSuchPage() {
  const say = useWords(frameWords)
  return (
    <main>
      <Result
        status="info"
        title={<h1>{say('notFound')}</h1>}
        subTitle={say('notFoundWhy')}
        extra={
          <Link to="/work" search={{}}>
            {say('toWork')}
          </Link>
        }
      />
    </main>
  )
}
