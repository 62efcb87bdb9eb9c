import { queryOptions } from '@tanstack/react-query'
import type { Token } from 'marked'

type MethodPage = { readonly parts: readonly Token[] }

/** Each page of docs/methods is a file of its own, loaded when it is opened. */
const pages = import.meta.glob<MethodPage>('../../../../docs/methods/*.md')

/** The parts of a method's page; null where there is none of that name. */
export const methodQuery = (name: string) =>
  queryOptions({
    queryKey: ['method', name],
    queryFn: async () => (await pages[`../../../../docs/methods/${name}.md`]?.())?.parts ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** The title of a page: its first heading. */
export function methodTitle(parts: readonly Token[]): string | null {
  const heading = parts.find(({ type }) => type === 'heading')
  return heading !== undefined && 'text' in heading ? heading.text : null
}
