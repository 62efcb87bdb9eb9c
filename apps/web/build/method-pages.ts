import { lexer } from 'marked'
import type { Plugin } from 'vite'

/** Turns the pages of docs/methods into parts to draw while the web is built: no browser reads Markdown. */
export const methodPages: Plugin = {
  name: 'method-pages',
  transform: {
    filter: { id: /\/docs\/methods\/[A-Za-z-]+\.md$/ },
    handler: (text) => ({ code: `export const parts = ${JSON.stringify(methodParts(text))}`, map: null }),
  },
}

/** The parts of a Markdown text; their source text is left out. */
export function methodParts(text: string): unknown {
  return JSON.parse(JSON.stringify(lexer(text), (key, value) => (key === 'raw' ? undefined : value)))
}
