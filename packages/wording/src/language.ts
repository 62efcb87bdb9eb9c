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

/** The words of a slice in one language. */
export function wordsIn<Chinese>(both: Words<Chinese>, language: Language): Words<Chinese>['en'] {
  return language === 'zh' ? (both.zh as Words<Chinese>['en']) : both.en
}
