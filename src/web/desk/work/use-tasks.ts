import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { countTasks, listTasks } from '#kernel-contract/cases'
import { type CaseChange, call, queryOf, useLive, useResync } from '#kit'
import { freshen, pagesOf, type TaskPage } from './task-pages.ts'
import type { TaskQuery } from './task-search.ts'

type Loaded = InfiniteData<TaskPage, string | undefined>

const PAGE = 50
// Changes come in bursts: what arrives within this time is read once.
const GATHER = 1_500
// A flash is seen for this long.
const FLASH = 2_500
const MOST_PAGES = 4

const read = (query: TaskQuery, after: string | undefined, signal?: AbortSignal): Promise<TaskPage> =>
  call(listTasks, { query: { ...query, limit: PAGE, ...(after && { after }) }, signal })

const none: ReadonlySet<number> = new Set()

/** A work list that grows by pages and hears of changes: rows freshen where they stand, the rest waits to be asked for. */
export function useTasks(query: TaskQuery) {
  const key = useMemo(() => ['tasks', query] as const, [query])
  const list = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => read(query, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const news = useNews(key, query)
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data])
  return { list, rows, ...news }
}

/** What the stream has brought since the list was read. */
function useNews(key: readonly unknown[], query: TaskQuery) {
  const client = useQueryClient()
  const [waiting, setWaiting] = useState(none)
  const [gone, setGone] = useState(none)
  const [flashing, flash] = useFlash()
  const gathered = useRef(new Set<number>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const look = useCallback(async () => {
    const changed = gathered.current
    gathered.current = new Set()
    timer.current = undefined
    void client.invalidateQueries({ queryKey: queryOf(countTasks).queryKey })
    const held = client.getQueryData<Loaded>(key)
    if (!held) return
    const indexes = [...new Set([0, ...pagesOf(held.pages, changed)])].slice(0, MOST_PAGES)
    const pages = await Promise.all(indexes.map((index) => read(query, held.pageParams[index]))).catch(() => null)
    const now = client.getQueryData<Loaded>(key)
    if (!pages || !now) return
    const news = freshen(now.pages, pages, changed)
    client.setQueryData<Loaded>(key, { ...now, pages: [...news.pages] })
    flash(news.freshened)
    setGone((before) => new Set([...before, ...news.gone]))
    setWaiting((before) => new Set([...before, ...news.arrived, ...news.gone]))
  }, [client, key, query, flash])

  const hear = useCallback(
    (id?: number) => {
      if (id !== undefined) gathered.current.add(id)
      timer.current ??= setTimeout(look, GATHER)
    },
    [look],
  )
  useLive<CaseChange>('case', ({ id }) => hear(id))
  useResync(() => hear())
  // biome-ignore lint/correctness/useExhaustiveDependencies: another queue begins without news
  useEffect(() => {
    setWaiting(none)
    setGone(none)
    return () => {
      clearTimeout(timer.current)
      timer.current = undefined
    }
  }, [key])

  const showNews = useCallback(async () => {
    setWaiting(none)
    setGone(none)
    await client.resetQueries({ queryKey: key })
  }, [client, key])
  return { newsCount: waiting.size, gone, flashing, showNews }
}

function useFlash() {
  const [flashing, setFlashing] = useState(none)
  const flash = useCallback((ids: readonly number[]) => {
    if (ids.length === 0) return
    setFlashing(new Set(ids))
    setTimeout(() => setFlashing(none), FLASH)
  }, [])
  return [flashing, flash] as const
}
