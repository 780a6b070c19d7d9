import { useMutation } from '@tanstack/react-query'
import { showStaff } from '#kernel-contract/identity'
import { reading } from '../../app/reading.ts'
import { useAnnounce } from '../../parts/announce.tsx'
import { staffKey } from './staff-page.tsx'

/** Does something to a member of staff, says so, and reads the lists again. */
export function useStaffAct<T>(act: (input: T) => Promise<unknown>, sentence: string, then?: () => void) {
  const announce = useAnnounce()
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      announce(sentence)
      then?.()
      await reading.invalidateQueries({ queryKey: staffKey })
      await reading.invalidateQueries({ queryKey: [showStaff.path] })
    },
  })
}
