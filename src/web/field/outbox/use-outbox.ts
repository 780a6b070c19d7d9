import { useSyncExternalStore } from 'react'
import type { Command } from './command.ts'
import { outbox } from './line.ts'

/** What waits on this phone, oldest first. */
export const useCommands = (): readonly Command[] => useSyncExternalStore(outbox.watch, outbox.snapshot)

/** What waits for one case. */
export const useCommandsOf = (caseId: number): readonly Command[] =>
  useCommands().filter((command) => command.caseId === caseId)
