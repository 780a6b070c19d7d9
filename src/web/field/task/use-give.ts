import type { CaseView, VerbView } from '#kernel-contract/cases'
import { nameIn, useWords } from '#kit'
import { useMe } from '../app/me.ts'
import { type Command, commandOf } from '../outbox/command.ts'
import { outbox } from '../outbox/line.ts'
import type { Fate } from '../outbox/outbox.ts'
import { useSaid } from '../parts/said.tsx'
import { taskWords } from './words.ts'

// Who waits longer puts the phone away; the command is safe already.
const patience = 5_000

interface Gift {
  readonly view: Pick<CaseView, 'id' | 'number' | 'title' | 'version'>
  readonly verb: VerbView
  readonly body: Command['body']
  readonly photos?: Command['photos']
}

/** Gives a verb to the outbox and says what became of it. A command refused at once is the caller's again. */
export function useGive() {
  const owner = useMe().id
  const say = useWords(taskWords)
  const said = useSaid()
  return async (gift: Gift): Promise<Fate> => {
    const command = commandOf({ ...gift, owner, at: Date.now() })
    const { tried } = await outbox.give(command)
    const fate = await Promise.race([tried, sleep(patience)])
    const verb = nameIn(gift.verb.label)
    if (fate.is === 'held') await outbox.drop(command.id)
    else said(say(fate.is === 'sent' ? 'sent' : 'kept', { verb }))
    return fate
  }
}

const sleep = (time: number) => new Promise<Fate>((done) => setTimeout(() => done({ is: 'waiting' }), time))
