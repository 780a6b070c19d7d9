import { useMutation } from '@tanstack/react-query'
import { listUnits } from '#kernel-contract/identity'
import { reading } from '../../app/reading.ts'
import { useAnnounce } from '../../parts/announce.tsx'

/** Changes the units, says so, and reads them again wherever they are shown. */
export function useUnitAct<T>(act: (input: T) => Promise<unknown>, sentence: string, then: () => void) {
  const announce = useAnnounce()
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      announce(sentence)
      then()
      await reading.invalidateQueries({ queryKey: [listUnits.path] })
    },
  })
}
