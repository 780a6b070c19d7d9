import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import { useEffect } from 'react'
import { useLanguage, useWords } from '#kit'
import { useDensity } from '../preferences.ts'
import { deskTheme } from '../theme.ts'
import { controlWords } from './control-words.ts'
import { reading } from './reading.ts'
import { router } from './router.tsx'
import { frameWords } from './words.ts'

/** The desk: its look, its language, its memory of the server and its pages. */
export function Desk() {
  const density = useDensity()
  const language = useLanguage()
  const say = useWords(frameWords)
  useEffect(() => {
    document.documentElement.dataset.density = density
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [density, language])
  return (
    <ConfigProvider
      locale={controlWords[language]}
      theme={deskTheme(density)}
      button={{ autoInsertSpace: false }}
      getPopupContainer={() => document.getElementById('popups') ?? document.body}
    >
      <App component={false} message={{ maxCount: 3 }}>
        <QueryClientProvider client={reading}>
          <RouterProvider router={router} />
        </QueryClientProvider>
        <section id="popups" aria-label={say('popups')} />
      </App>
    </ConfigProvider>
  )
}
