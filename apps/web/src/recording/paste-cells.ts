import { readTypedValue, type TypedValue } from './typed-value.ts'

/** A cell that can be filled from a paste. */
export type PasteTarget = {
  readonly key: string
  readonly goal: string
  readonly decimals: number
  readonly yesNo: boolean
}

export type PastedCell = { readonly key: string; readonly text: string }

/** What a paste did: cells to fill, those whose text is no value, and lines that found no cell. */
export type Pasted = {
  readonly filled: readonly PastedCell[]
  readonly wrong: readonly (PastedCell & { readonly reading: TypedValue })[]
  readonly beyond: number
  readonly unknownGoals: readonly string[]
}

const yesWords: Readonly<Record<string, string>> = {
  已: '1',
  是: '1',
  有: '1',
  yes: '1',
  未: '0',
  否: '0',
  无: '0',
  no: '0',
}

/**
 * Reads cells copied from a spreadsheet: lines of tab-separated texts. Where lines begin with the number of a goal (T07), each goes
 * to that goal; else they go down from the cell that has the focus, one line a cell. The last column holds the value; an empty one
 * leaves its cell as it is.
 *
 * @param targets the cells of the grid that are typed, in order from the one with the focus
 * @param all     every cell of the grid that is typed, for lines that name their goal
 */
export function pastedCells(text: string, targets: readonly PasteTarget[], all: readonly PasteTarget[]): Pasted {
  const lines = text.replace(/(\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/)
  const filled: PastedCell[] = []
  const wrong: Pasted['wrong'][number][] = []
  const unknownGoals: string[] = []
  let beyond = 0
  for (const [index, line] of lines.entries()) {
    const columns = line.split('\t').map((column) => column.trim())
    const value = columns.at(-1) ?? ''
    if (value === '') continue
    const [first = ''] = columns
    const isNamed = columns.length > 1 && /^[TMB]\d{2}$/i.test(first)
    const target = isNamed ? all.find(({ goal }) => goal === first.toUpperCase()) : targets[index]
    if (target === undefined) {
      if (isNamed) unknownGoals.push(first)
      else beyond += 1
      continue
    }
    const typed = target.yesNo ? (yesWords[value.toLowerCase()] ?? value) : value
    const reading = readTypedValue(typed, target.decimals)
    const isValue = reading.is === 'value' && (!target.yesNo || reading.value <= 1)
    if (isValue) filled.push({ key: target.key, text: typed })
    else wrong.push({ key: target.key, text: typed, reading })
  }
  return { filled, wrong, beyond, unknownGoals }
}
