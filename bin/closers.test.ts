import { expect, test, vi } from 'vitest'
import { closersOnSignal } from './closers.ts'

test('what was opened last is closed first, each once, and one that fails stops no other', async () => {
  const complaint = vi.spyOn(console, 'error').mockReturnValue()
  const order: string[] = []
  const closers = closersOnSignal()
  closers.add(() => void order.push('database'))
  closers.add(() => Promise.reject(new Error('pool is gone')))
  closers.add(async () => void order.push('server'))
  await Promise.all([closers.closeAll(), closers.closeAll()])
  expect(order).toEqual(['server', 'database'])
  expect(complaint).toHaveBeenCalledOnce()
})
