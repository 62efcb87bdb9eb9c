import { queryOptions } from '@tanstack/react-query'
import type { Language } from '@xushi/wording'
import type { Token } from 'marked'

type MethodPage = { readonly parts: readonly Token[] }

/** Each page of docs/methods is a file of its own in each language, loaded when it is opened in that language. */
const pages = import.meta.glob<MethodPage>(['../../../../docs/methods/*.md', '../../../../docs/methods/zh/*.md'])

const folders: Readonly<Record<Language, string>> = { zh: 'methods/zh', en: 'methods' }

/** The parts of a method's page in a language; null where there is none of that name. */
export const methodQuery = (name: string, language: Language) =>
  queryOptions({
    queryKey: ['method', name, language],
    queryFn: async () => (await pages[`../../../../docs/${folders[language]}/${name}.md`]?.())?.parts ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** The title of a page: its first heading. */
export function methodTitle(parts: readonly Token[]): string | null {
  const heading = parts.find(({ type }) => type === 'heading')
  return heading !== undefined && 'text' in heading ? heading.text : null
}
