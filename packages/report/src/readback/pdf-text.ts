/** What a page of a PDF says, in the order in which it is read: its text, and apart from it what stands on every page. */
export type PdfPageText = { readonly text: string; readonly aside: string }

/** What a PDF says of itself. */
export type PdfFile = {
  readonly pages: readonly PdfPageText[]
  /** Entries of the document information, the product's own among them. */
  readonly info: Readonly<Record<string, string>>
  readonly language: string | null
  readonly bookmarks: readonly PdfBookmark[]
}

export type PdfBookmark = { readonly title: string; readonly items: readonly PdfBookmark[] }

/** Reads a PDF as somebody does who copies its text. Lines are ended with a line break. */
export async function readPdf(bytes: Uint8Array): Promise<PdfFile> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // It takes the bytes for itself, so it is given a copy.
  const loading = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
  })
  const file = await loading.promise
  try {
    const pages: PdfPageText[] = []
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number)
      const { items } = await page.getTextContent({ includeMarkedContent: true })
      pages.push(pageText(items))
      page.cleanup()
    }
    const { info } = await file.getMetadata()
    const { language, entries } = entriesOf(info)
    return { pages, info: entries, language, bookmarks: bookmarksOf(await file.getOutline()) }
  } finally {
    await loading.destroy()
  }
}

type Item = { readonly str: string; readonly hasEOL: boolean } | { readonly type: string; readonly tag?: string }

/** Text and asides of a page: pdf.js tells where a marked part begins and ends. */
function pageText(items: readonly Item[]): PdfPageText {
  const marks: string[] = []
  let text = ''
  let aside = ''
  for (const item of items) {
    if ('str' in item) {
      const said = item.hasEOL ? `${item.str}\n` : item.str
      if (marks.includes('Artifact')) aside += said
      else text += said
    } else if (item.type === 'endMarkedContent') marks.pop()
    else marks.push(item.tag ?? '')
  }
  return { text, aside }
}

function entriesOf(info: object): {
  readonly language: string | null
  readonly entries: Readonly<Record<string, string>>
} {
  const all = Object.entries(info).flatMap(([key, value]) => (value instanceof Map ? [...value] : [[key, value]]))
  const entries = all.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const language = entries.find(([key]) => key === 'Language')?.[1] ?? null
  return { language, entries: Object.fromEntries(entries) }
}

type Outline = { readonly title: string; readonly items: readonly Outline[] }

function bookmarksOf(items: readonly Outline[] | null): PdfBookmark[] {
  return (items ?? []).map(({ title, items: below }) => ({ title, items: bookmarksOf(below) }))
}
