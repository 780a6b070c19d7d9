import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { findCases } from '#kernel-contract/cases'
import { call, useWords } from '#kit'
import { Empty, Refused, Waiting } from '../parts/states.tsx'
import { useTitle } from '../parts/use-title.ts'
import { CaseLine } from './case-line.tsx'
import styles from './find.module.css'
import { findWords } from './words.ts'

/** Finds any case one may see; what was asked stands in the address. */
export function FindPage() {
  const say = useWords(findWords)
  const navigate = useNavigate()
  useTitle(say('title'))
  const { q = '' } = useSearch({ from: '/frame/cases' })
  return (
    <div className={styles.page}>
      <h1>{say('title')}</h1>
      <search>
        <Input.Search
          key={q}
          size="large"
          autoFocus
          enterButton={say('go')}
          aria-label={say('box')}
          placeholder={say('box')}
          defaultValue={q}
          maxLength={200}
          onSearch={(typed) => navigate({ to: '/cases', search: { q: typed.trim() || undefined } })}
        />
      </search>
      {q ? <Results q={q} /> : <Empty title={say('hint')} />}
    </div>
  )
}

const useResults = (q: string) =>
  useInfiniteQuery({
    queryKey: [findCases.path, 'all', q],
    queryFn: ({ pageParam, signal }) =>
      call(findCases, { query: { q, limit: 30, ...(pageParam && { before: pageParam }) }, signal }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next ?? undefined,
  })

function Results({ q }: { q: string }) {
  const say = useWords(findWords)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useResults(q)
  if (error) return <Refused error={error} onRetry={refetch} />
  if (!data) return <Waiting />
  const rows = data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <Empty title={say('none', { q })}>{say('noneHow')}</Empty>
  return (
    <>
      <ol className={styles.results} aria-label={say('results')}>
        {rows.map((row) => (
          <CaseLine key={row.id} row={row} />
        ))}
      </ol>
      {hasNextPage ? (
        <Button loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {say('more')}
        </Button>
      ) : (
        <p className={styles.meta}>{say('end', { count: rows.length })}</p>
      )}
    </>
  )
}
