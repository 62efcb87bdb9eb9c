import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

export type Theme = 'light' | 'dark'
type ThemeChoice = { readonly theme: Theme; readonly choose: (theme: Theme) => void }

const ThemeContext = createContext<ThemeChoice>({ theme: 'light', choose: () => undefined })
const storageKey = 'xushi.theme'

/** Light or dark: as chosen here before, else as the system has it. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const [theme, choose] = useState<Theme>(firstTheme)
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  const choice = useMemo(
    () => ({
      theme,
      choose: (next: Theme) => {
        localStorage.setItem(storageKey, next)
        choose(next)
      },
    }),
    [theme],
  )
  return <ThemeContext value={choice}>{children}</ThemeContext>
}

export function useTheme(): ThemeChoice {
  return useContext(ThemeContext)
}

function firstTheme(): Theme {
  const stored = localStorage.getItem(storageKey)
  if (stored === 'light' || stored === 'dark') return stored
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}
