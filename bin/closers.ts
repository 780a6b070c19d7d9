type Closer = () => Promise<void> | void

/** What has been opened, to be closed in the reverse order: when a signal comes, the parent dies, or the start fails. */
export type Closers = { add(close: Closer): void; closeAll(): Promise<void> }

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** From now on Ctrl-C and its like end the process with exit code 0 after everything added here was closed. */
export function closersOnSignal(): Closers {
  const open: Closer[] = []
  let closing: Promise<void> | undefined
  const closeAll = () => (closing ??= closeInOrder(open))
  const leave = () => void closeAll().finally(() => process.exit(0))
  for (const signal of SIGNALS) process.on(signal, leave)
  process.on('disconnect', leave)
  return { add: (close) => void open.push(close), closeAll }
}

async function closeInOrder(open: Closer[]): Promise<void> {
  while (open.length > 0) {
    const close = open.pop()!
    await Promise.resolve(close()).catch((error) => console.error(error))
  }
}
