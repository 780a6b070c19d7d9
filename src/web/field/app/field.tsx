import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useLanguage } from '#kit'
import { SaidProvider } from '../parts/said.tsx'
import { reading } from './reading.ts'
import { router } from './router.tsx'

/** The field: its language, its memory and its pages. */
export function Field() {
  const language = useLanguage()
  const locale = language === 'zh' ? 'zh-CN' : 'en'
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  return (
    <I18nProvider locale={locale}>
      <QueryClientProvider client={reading}>
        <SaidProvider>
          <RouterProvider router={router} />
        </SaidProvider>
      </QueryClientProvider>
    </I18nProvider>
  )
}
