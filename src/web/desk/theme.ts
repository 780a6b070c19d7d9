import type { ThemeConfig } from 'antd'

export const densities = ['compact', 'roomy'] as const
export type Density = (typeof densities)[number]

const fonts =
  '-apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif'

const sizes = {
  compact: { fontSize: 14, controlHeight: 32, controlHeightSM: 26 },
  roomy: { fontSize: 16, controlHeight: 40, controlHeightSM: 32 },
}

/** Calm: one accent, one warning, one danger; nothing moves. Greys keep 4.5 : 1 on white. */
export function deskTheme(density: Density): ThemeConfig {
  return {
    token: {
      ...sizes[density],
      fontFamily: fonts,
      colorPrimary: '#1a5fb4',
      colorLink: '#1a5fb4',
      colorInfo: '#1a5fb4',
      colorSuccess: '#1a5fb4',
      colorWarning: '#8a5300',
      colorError: '#b42318',
      colorText: '#1c2430',
      colorTextSecondary: '#55606e',
      colorTextTertiary: '#5f6a78',
      colorTextDescription: '#5f6a78',
      colorTextPlaceholder: '#667180',
      colorTextDisabled: '#667180',
      colorBorder: '#b9c1cb',
      colorBorderSecondary: '#e3e7ec',
      borderRadius: 4,
      motion: false,
      boxShadow: '0 4px 16px rgb(28 36 48 / 16%)',
      boxShadowSecondary: '0 4px 16px rgb(28 36 48 / 16%)',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Select: { optionSelectedBg: '#e8f0fa' },
    },
  }
}
