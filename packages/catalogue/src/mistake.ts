import type { Text } from '@xushi/domain'
import { type Wording, wording } from './wording.ts'

/** A line of a file of the catalogue. Lines count from 1. */
export type Place = { readonly file: string; readonly line: number }

/** One thing that is wrong in `data/`: where, which kind, and the reason in words. */
export type Mistake = Place & { readonly kind: keyof Wording; readonly reason: Text }

/** Makes a mistake of a kind; the rest of the arguments are what its sentence tells. */
export function mistake<Kind extends keyof Wording>(
  place: Place,
  kind: Kind,
  ...told: Parameters<Wording[Kind]>
): Mistake {
  // TypeScript does not see that the arguments of one kind fit the sentence of that same kind.
  const sentence = wording[kind] as (...told: unknown[]) => Text
  return { ...place, kind, reason: sentence(...told) }
}

/** By file, then by line, so that an author can work downwards. */
export function inOrder(mistakes: readonly Mistake[]): readonly Mistake[] {
  return mistakes.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
}

/** `zh` or `en` where the reader's language is known, otherwise both, Chinese first. */
export type MistakeLanguage = 'zh' | 'en' | 'both'

/** A mistake as one line of text: `file:line  reason`. */
export function mistakeLine({ file, line, reason }: Mistake, language: MistakeLanguage): string {
  const words = language === 'both' ? `${reason.zh} ${reason.en}` : reason[language]
  return `${file}:${line}  ${words}`
}
