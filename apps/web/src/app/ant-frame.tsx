import { theme as antTheme, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.tsx'
import { useTheme } from './theme.tsx'
import css from './tokens.css?raw'
import { tokensIn } from './tokens.ts'

const tokens = tokensIn(css)

/** Ant Design in the product's tokens and language. Around the pages with forms only: pages of figures do not load it. */
export function AntFrame({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage()
  const { theme } = useTheme()
  const colour = (name: string) => tokens[theme][name] ?? ''
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={{
        algorithm: theme === 'dark' ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
        token: {
          colorPrimary: colour('accent'),
          colorText: colour('ink'),
          colorTextSecondary: colour('ink2'),
          colorTextDescription: colour('ink2'),
          colorTextPlaceholder: colour('line2'),
          colorBorder: colour('line2'),
          colorBorderSecondary: colour('line'),
          colorBgBase: colour('bg'),
          colorError: colour('overdue'),
          colorWarning: colour('slightly-behind'),
          colorSuccess: colour('achieved'),
          colorTextLightSolid: colour('onfill'),
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
