import { useVirtualizer } from '@tanstack/react-virtual'
import { Button } from 'antd'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useKeys, useWords } from '#kit'
import { Key } from '../parts/key.tsx'
import { Empty, Refused, Waiting } from '../parts/states.tsx'
import { useDensity } from '../preferences.ts'
import styles from './task-list.module.css'
import { TaskLine } from './task-row.tsx'
import { filtersIn, type TaskSearch, taskQuery } from './task-search.ts'
import { useTasks } from './use-tasks.ts'
import { useWalk } from './use-walk.ts'
import { workWords } from './words.ts'

// Beside an open case or on a small screen a row has three lines instead of two; its style switches at the same width.
const narrowBelow = 860
const heights = { compact: { wide: 56, narrow: 78 }, roomy: { wide: 66, narrow: 92 } }
const AHEAD = 15

/** The work list, earliest deadline first. Ten thousand rows are as light as ten: only those in sight exist. */
export function TaskList({ search }: { search: TaskSearch }) {
  const tasks = useTasks(useStableQuery(search))
  const { list, rows } = tasks
  if (list.isPending) return <Waiting rows={10} />
  if (list.isError && rows.length === 0) return <Refused error={list.error} onRetry={() => list.refetch()} />
  if (rows.length === 0 && tasks.newsCount === 0) return <NoTasks search={search} />
  return (
    <>
      <News count={tasks.newsCount} onShow={tasks.showNews} />
      <Rows search={search} {...tasks} />
    </>
  )
}

/** The same filters are the same query, so that opening a case beside the list reads nothing again. */
function useStableQuery(search: TaskSearch) {
  const query = taskQuery(search)
  const kept = useRef(query)
  if (JSON.stringify(kept.current) !== JSON.stringify(query)) kept.current = query
  return kept.current
}

function NoTasks({ search }: { search: TaskSearch }) {
  const say = useWords(workWords)
  if (filtersIn(search) > 0) return <Empty title={say('emptyFiltered')} />
  if (search.queue === 'mine') return <Empty title={say('emptyMine')}>{say('emptyMineHow')}</Empty>
  return <Empty title={say('empty')}>{say('emptyHow')}</Empty>
}

function News({ count, onShow }: { count: number; onShow: () => void }) {
  const say = useWords(workWords)
  useKeys([{ keys: '.', label: say('newsKey'), run: onShow }], { on: count > 0 })
  return (
    <div role="status" className={styles.news}>
      {count > 0 && (
        <Button type="link" onClick={onShow} aria-keyshortcuts=".">
          {say('news', { count })} <Key keys="." />
        </Button>
      )}
    </div>
  )
}

/** Whether the list has room for its columns. */
function useShape(list: RefObject<HTMLElement | null>): 'wide' | 'narrow' {
  const [width, setWidth] = useState(narrowBelow)
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const watcher = new ResizeObserver(() => setWidth(element.clientWidth))
    watcher.observe(element)
    setWidth(element.clientWidth)
    return () => watcher.disconnect()
  }, [list])
  return width < narrowBelow ? 'narrow' : 'wide'
}

type Tasks = ReturnType<typeof useTasks>

function Rows({ search, list, rows, gone, flashing }: { search: TaskSearch } & Tasks) {
  const say = useWords(workWords)
  const scroller = useRef<HTMLDivElement>(null)
  const height = heights[useDensity()][useShape(scroller)]
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 10,
    getItemKey: (index) => rows[index]!.id,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are measured anew
  useEffect(() => virtual.measure(), [virtual, height])
  const walk = useWalk(rows, virtual, scroller)
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - AHEAD) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, rows.length])
  return (
    <div ref={scroller} className={styles.scroller}>
      <ol aria-label={say('list')} className={styles.list} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const row = rows[index]!
          return (
            <li
              key={key}
              className={styles.item}
              style={{ height, transform: `translateY(${start}px)` }}
              aria-setsize={hasNextPage ? -1 : rows.length}
              aria-posinset={index + 1}
            >
              <TaskLine
                row={row}
                search={search}
                isOpen={row.caseId === search.case}
                isGone={gone.has(row.id)}
                isFresh={flashing.has(row.id)}
                onFocus={() => walk.standAt(index)}
              />
            </li>
          )
        })}
      </ol>
      <p className={styles.end}>{hasNextPage ? say('more') : say('end', { count: rows.length })}</p>
    </div>
  )
}
