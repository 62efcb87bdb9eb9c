import { lexer } from 'marked'
import type { Plugin } from 'vite'

/** A page of docs/methods: English in the folder itself, Chinese in the one below. */
export const methodFile = /\/docs\/methods\/(?:zh\/)?[A-Za-z-]+\.md$/

/** Turns the pages of docs/methods, in either language, into parts to draw while the web is built: no browser reads Markdown. */
export const methodPages: Plugin = {
  name: 'method-pages',
  transform: {
    filter: { id: methodFile },
    handler: (text) => ({ code: `export const parts = ${JSON.stringify(methodParts(text))}`, map: null }),
  },
}

/** The parts of a Markdown text; their source text is left out. */
export function methodParts(text: string): unknown {
  return JSON.parse(JSON.stringify(lexer(text), (key, value) => (key === 'raw' ? undefined : value)))
}
