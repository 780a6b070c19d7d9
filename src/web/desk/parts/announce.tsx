import { App } from 'antd'
import { useCallback } from 'react'

/** Says one sentence that passes: on the screen for some seconds, and to screen readers. */
export function useAnnounce(): (sentence: string, tone?: 'success' | 'warning' | 'error') => void {
  const { message } = App.useApp()
  return useCallback(
    (sentence, tone = 'success') => {
      const spoken = <span role={tone === 'success' ? 'status' : 'alert'}>{sentence}</span>
      void message.open({ type: tone, content: spoken, duration: tone === 'success' ? 4 : 8 })
    },
    [message],
  )
}
