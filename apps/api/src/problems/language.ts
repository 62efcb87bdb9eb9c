import type { Text } from '@xushi/domain'

export type Language = keyof Text

/**
 * The language of sentences in an answer: Chinese, unless the request prefers English (`Accept-Language`, RFC 9110).
 * Other languages do not take part.
 */
export function languageOf(acceptLanguage: string | undefined): Language {
  if (acceptLanguage === undefined) return 'zh'
  return weight(acceptLanguage, 'en') > weight(acceptLanguage, 'zh') ? 'en' : 'zh'
}

function weight(acceptLanguage: string, language: Language): number {
  const weights = acceptLanguage
    .toLowerCase()
    .split(',')
    .map((range) => range.trim())
    .filter((range) => range === language || range.startsWith(`${language}-`) || range.startsWith(`${language};`))
    .map((range) => Number(/;\s*q=([\d.]+)/.exec(range)?.[1] ?? 1))
  return Math.max(0, ...weights)
}
