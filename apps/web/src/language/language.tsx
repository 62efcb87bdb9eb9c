import type { Text } from '@xushi/domain'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

export type Language = 'zh' | 'en'

/** Words of a slice in both languages: English has every word that Chinese has, or the program does not compile. */
export type Words<Chinese> = {
  readonly zh: Chinese
  readonly en: { readonly [Key in keyof Chinese]: Widened<Chinese[Key]> }
}
type Widened<Word> = Word extends string
  ? string
  : Word extends (...args: infer Args) => unknown
    ? (...args: Args) => string
    : { readonly [Key in keyof Word]: Widened<Word[Key]> }

/** Makes the words of a slice; the type comes from the Chinese ones. */
export function words<const Chinese>(zh: Chinese, en: Words<Chinese>['en']): Words<Chinese> {
  return { zh, en }
}

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

/** The words of a slice in one language. */
export function wordsIn<Chinese>(both: Words<Chinese>, language: Language): Words<Chinese>['en'] {
  return language === 'zh' ? (both.zh as Words<Chinese>['en']) : both.en
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
