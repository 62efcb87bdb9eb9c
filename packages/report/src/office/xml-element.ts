import { xmlText } from '@xushi/contract'

declare const written: unique symbol

/** XML that `element` wrote. A text is never taken for it, so that nothing reaches a file unescaped. */
export type Xml = string & { readonly [written]: true }

type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element; a text as its content is escaped, and what XML cannot carry replaced. An attribute that is undefined is left out. */
export function element(name: string, attributes: Attributes = {}, content: string | readonly Xml[] = []): Xml {
  let start = name
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) start += ` ${attribute}="${attributeText(String(value))}"`
  }
  const inside = typeof content === 'string' ? xmlText(content).replace(/\r/g, '&#13;') : content.join('')
  // The one place where XML is made.
  return (inside === '' ? `<${start}/>` : `<${start}>${inside}</${name}>`) as Xml
}

/** A whole part of a file: its declaration and its one element. */
export const xmlPart = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`

/** A reader makes a space of a line end in an attribute, unless it is written as a reference. */
const attributeText = (text: string): string =>
  xmlText(text).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
