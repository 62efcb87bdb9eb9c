import type { SaxesTagNS } from 'saxes'
import { UnreadableFileError } from './unreadable-file.ts'

/** An element of XML: its name and the names of its attributes without their prefixes. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

export type XmlEvents = {
  readonly open?: (element: XmlElement) => void
  readonly close?: (element: XmlElement) => void
  readonly text?: (text: string) => void
}

/**
 * Reads XML from its beginning to its end. No entity is declared in an Office file; one that declares any is refused.
 *
 * @throws UnreadableFileError when it is not well-formed
 */
export async function readXml(bytes: Uint8Array, events: XmlEvents): Promise<void> {
  const { SaxesParser } = await import('saxes')
  const parser = new SaxesParser({ xmlns: true })
  const refuse = () => {
    throw new UnreadableFileError('not-well-formed')
  }
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('opentag', (tag) => events.open?.(elementOf(tag)))
  parser.on('closetag', (tag) => events.close?.(elementOf(tag)))
  parser.on('text', (text) => events.text?.(text))
  parser.on('cdata', (text) => events.text?.(text))
  parser.write(decoded(bytes)).close()
}

function decoded(bytes: Uint8Array): string {
  const sixteen = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  try {
    return new TextDecoder(sixteen, { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadableFileError('not-well-formed')
  }
}

function elementOf({ local, attributes }: SaxesTagNS): XmlElement {
  return {
    name: local,
    attributes: Object.fromEntries(Object.values(attributes).map((attribute) => [attribute.local, attribute.value])),
  }
}
