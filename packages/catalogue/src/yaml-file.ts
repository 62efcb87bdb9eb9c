import { type Document, isMap, isNode, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { type Mistake, mistake, type Place } from './mistake.ts'
import type { SourceFile } from './source-file.ts'

/** The keys and list positions that lead from the top of a file to a value. */
export type KeyPath = readonly (string | number)[]

/** A parsed file: its value, and where each part of it stands. */
export type YamlFile = {
  readonly path: string
  readonly value: unknown
  readonly mistakes: readonly Mistake[]
  readonly place: (keys: KeyPath) => Place
  /** Whether the scalar stands in double quotes on one line. */
  readonly quotedOnOneLine: (keys: KeyPath) => boolean
}

/**
 * Parses one file and keeps the line of every key.
 *
 * @returns the value (undefined when the syntax is broken) and one mistake for each break of the syntax; a repeated key is one
 */
export function parseYamlFile({ path, text }: SourceFile): YamlFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number) => lines.linePos(offset).line
  const mistakes = [...document.errors, ...document.warnings].map(({ pos, message, code }) =>
    code === 'DUPLICATE_KEY'
      ? mistake({ file: path, line: lineAt(pos[0]) }, 'repeated-key', /[^:\s]+/.exec(text.slice(pos[0]))?.[0] ?? '')
      : mistake({ file: path, line: lineAt(pos[0]) }, 'yaml-syntax', message.replace(/\s+/g, ' ')),
  )

  return {
    path,
    value: mistakes.length === 0 ? document.toJS() : undefined,
    mistakes,
    place: (keys) => ({ file: path, line: lineAt(offsetOf(document, keys)) }),
    quotedOnOneLine: (keys) => {
      const node = document.getIn(keys, true)
      if (!isScalar(node) || node.type !== 'QUOTE_DOUBLE' || !node.range) return false
      return lineAt(node.range[0]) === lineAt(node.range[1])
    },
  }
}

/** Where the deepest existing part of the path begins: a missing key is reported at the row that misses it. */
function offsetOf(document: Document, keys: KeyPath): number {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  for (const key of keys) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key),
      )
      if (pair === undefined) return offset
      offset = startOf(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node) && typeof key === 'number') {
      node = node.items[key]
      offset = startOf(node) ?? offset
    } else return offset
  }
  return offset
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined
}
