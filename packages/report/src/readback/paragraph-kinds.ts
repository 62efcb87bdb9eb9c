import { readXml } from './xml-events.ts'

/** What a paragraph is by its style. */
export type ParagraphKind = {
  readonly kind: 'title' | 'subtitle' | 'heading' | 'caption' | 'text'
  /** 1 to 9 for a heading. */
  readonly level: number | null
}

const plain: ParagraphKind = { kind: 'text', level: null }
const kinds: Readonly<Record<string, ParagraphKind>> = {
  title: { kind: 'title', level: null },
  subtitle: { kind: 'subtitle', level: null },
  caption: { kind: 'caption', level: null },
}

/**
 * The kinds of paragraphs by the ids of their styles. Programs write ids of their own, but keep the names of Word, in English and in any
 * case.
 */
export async function paragraphKinds(styles: Uint8Array | undefined): Promise<(id: string | null) => ParagraphKind> {
  if (styles === undefined) return () => plain
  const names = new Map<string, string>()
  let id: string | null = null
  await readXml(styles, {
    open: ({ name, attributes }) => {
      if (name === 'style') id = attributes.styleId ?? null
      else if (name === 'name' && id !== null) names.set(id, (attributes.val ?? '').toLowerCase())
    },
  })
  return (wanted) => kindOf(wanted === null ? '' : (names.get(wanted) ?? ''))
}

function kindOf(name: string): ParagraphKind {
  const level = /^heading ([1-9])$/.exec(name)?.[1]
  return level === undefined ? (kinds[name] ?? plain) : { kind: 'heading', level: Number(level) }
}
