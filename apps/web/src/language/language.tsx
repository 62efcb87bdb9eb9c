import type { Text } from '@xushi/domain'
import { type Language, type Words, wordsIn } from '@xushi/wording'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

type LanguageChoice = { readonly language: Language; readonly choose: (language: Language) => void }

const LanguageContext = createContext<LanguageChoice>({ language: 'zh', choose: () => undefined })
const storageKey = 'xushi.language'

/** `?lang=` in the address wins, then the last choice; Chinese comes first. */
export function firstLanguage(search: string, stored: string | null): Language {
  const wanted = new URLSearchParams(search).get('lang') ?? stored
  return wanted === 'en' ? 'en' : 'zh'
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(() =>
    firstLanguage(window.location.search, localStorage.getItem(storageKey)),
  )
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    localStorage.setItem(storageKey, language)
  }, [language])
  const choice = useMemo(() => ({ language, choose: setLanguage }), [language])
  return <LanguageContext value={choice}>{children}</LanguageContext>
}

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext)
}

/** The words of a slice in the language in use. */
export function useWords<Chinese>(both: Words<Chinese>): Words<Chinese>['en'] {
  return wordsIn(both, useLanguage().language)
}

/** A text of the catalogue in the language in use. */
export function useText(): (text: Text) => string {
  const { language } = useLanguage()
  return (text) => text[language]
}
