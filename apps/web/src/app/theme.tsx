import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useIsDark } from './media.ts'

export type Theme = 'light' | 'dark'
type ThemeChoice = { readonly theme: Theme; readonly choose: (theme: Theme) => void }

const ThemeContext = createContext<ThemeChoice>({ theme: 'light', choose: () => undefined })
const storageKey = 'xushi.theme'

/** Light or dark: as chosen here before, else as the system has it, also when that changes. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const [chosen, setChosen] = useState<Theme | null>(storedTheme)
  const isDark = useIsDark()
  const theme = chosen ?? (isDark ? 'dark' : 'light')
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  const choice = useMemo(
    () => ({
      theme,
      choose: (next: Theme) => {
        localStorage.setItem(storageKey, next)
        setChosen(next)
      },
    }),
    [theme],
  )
  return <ThemeContext value={choice}>{children}</ThemeContext>
}

export function useTheme(): ThemeChoice {
  return useContext(ThemeContext)
}

function storedTheme(): Theme | null {
  const stored = localStorage.getItem(storageKey)
  return stored === 'light' || stored === 'dark' ? stored : null
}
