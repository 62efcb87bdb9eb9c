import { theme as antTheme, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.tsx'
import { useTheme } from './theme.tsx'

const colours = {
  light: {
    accent: '#1B5A96',
    ink: '#14202B',
    ink2: '#465463',
    line: '#DDE1E4',
    line2: '#7E8C99',
    bg: '#FFFFFF',
    error: '#B3261E',
    warning: '#8A5B00',
    success: '#0B6650',
  },
  dark: {
    accent: '#7DB6EE',
    ink: '#E8ECEF',
    ink2: '#B3BDC7',
    line: '#2C343D',
    line2: '#6E7C8A',
    bg: '#14181D',
    error: '#FF8A80',
    warning: '#E0B04A',
    success: '#4FC3A1',
  },
} as const

/** Ant Design in the product's tokens and language. Around the pages with forms only: pages of figures do not load it. */
export function AntFrame({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage()
  const { theme } = useTheme()
  const colour = colours[theme]
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={{
        algorithm: theme === 'dark' ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
        token: {
          colorPrimary: colour.accent,
          colorText: colour.ink,
          colorTextSecondary: colour.ink2,
          colorTextPlaceholder: colour.line2,
          colorBorder: colour.line2,
          colorBorderSecondary: colour.line,
          colorBgBase: colour.bg,
          colorError: colour.error,
          colorWarning: colour.warning,
          colorSuccess: colour.success,
          colorTextLightSolid: theme === 'dark' ? '#14181D' : '#FFFFFF',
          borderRadius: 4,
          fontSize: 14,
          controlHeight: 32,
          wireframe: false,
          // An interrupted transition of a button leaves its "loading" in the button's name.
          motion: false,
          motionDurationMid: '120ms',
          fontFamily: 'inherit',
        },
        components: { Table: { headerBg: 'transparent', headerSplitColor: 'transparent' } },
      }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  )
}
