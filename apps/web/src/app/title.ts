import { useEffect } from 'react'
import { useLanguage } from '../language/language.tsx'

/** The title of the window: the page, then the product. */
export function useTitle(page: string): void {
  const { language } = useLanguage()
  useEffect(() => {
    document.title = `${page} · ${language === 'zh' ? '序时' : 'Xushi'}`
  }, [page, language])
}
