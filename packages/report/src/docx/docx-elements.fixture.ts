import { readXml } from '../readback/xml-events.ts'
import { zipParts } from '../readback/zip-parts.ts'

/** An element of a part of a file, for a test that looks at how it is written. */
export type DocxElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: DocxElement[]
  text: string
}

export async function elementOf(xml: Uint8Array): Promise<DocxElement> {
  const root: DocxElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  await readXml(xml, {
    open: ({ name, attributes }) => {
      const element: DocxElement = { name, attributes, children: [], text: '' }
      open.at(-1)?.children.push(element)
      open.push(element)
    },
    close: () => {
      const closed = open.pop()
      const above = open.at(-1)
      if (above !== undefined) above.text += closed?.text ?? ''
    },
    text: (text) => {
      const element = open.at(-1)
      if (element !== undefined) element.text += text
    },
  })
  return root.children[0] ?? root
}

/** A part of a file as an element; an empty one where there is none. */
export async function partOf(bytes: Uint8Array, path: string): Promise<DocxElement> {
  const part = (await zipParts(bytes)).get(path)
  return part === undefined ? { name: '', attributes: {}, children: [], text: '' } : elementOf(part)
}

/** All elements of a name below an element, in their order. */
export function allOf(element: DocxElement, name: string): DocxElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...allOf(child, name)])
}

export function childOf(element: DocxElement | undefined, ...names: readonly string[]): DocxElement | undefined {
  return names.reduce((found, name) => found?.children.find((child) => child.name === name), element)
}

/** Paragraphs with the given style. */
export function styledParagraphs(element: DocxElement, style: string): DocxElement[] {
  return allOf(element, 'p').filter((paragraph) => childOf(paragraph, 'pPr', 'pStyle')?.attributes.val === style)
}
