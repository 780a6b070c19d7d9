import type { ConfigProviderProps } from 'antd'
import enUS from 'antd/es/locale/en_US.js'
import zhCN from 'antd/es/locale/zh_CN.js'
import type { Language } from '#kit'

type ControlWords = NonNullable<ConfigProviderProps['locale']>

/** What Ant Design's own controls say. Its ES modules are declared as CommonJS, hence the cast. */
export const controlWords = { zh: zhCN, en: enUS } as unknown as Readonly<Record<Language, ControlWords>>
