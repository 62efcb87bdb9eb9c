import { readTypedValue, type TypedValue } from './typed-value.ts'

/** A cell that can be filled from a paste. */
export type PasteTarget = {
  readonly key: string
  readonly goal: string
  /** What a line may call the place of the cell: its code and its names. */
  readonly places: readonly string[]
  readonly decimals: number
  readonly yesNo: boolean
}

export type PastedCell = { readonly key: string; readonly text: string }

/** Why a line was not taken. */
export type PasteRefusal =
  | { readonly why: Exclude<TypedValue, { is: 'empty' | 'value' }>['why']; readonly at?: string | undefined }
  | { readonly why: 'not-yes-or-no' | 'no-cell' | 'unknown-goal' | 'which-place' | 'twice' }

/** A line that was not taken: where it stood in what was pasted, what it said, and the cell that it meant. */
export type RefusedLine = {
  /** From 1, as a spreadsheet counts. */
  readonly line: number
  readonly column: number
  readonly text: string
  readonly whole: string
  readonly key: string | null
  readonly refusal: PasteRefusal
}

/** What a paste did: the cells to fill, and each line that found none or says no value. */
export type Pasted = {
  readonly filled: readonly PastedCell[]
  readonly refused: readonly RefusedLine[]
  /** Lines with something in them, but nothing where the value stands: their cells stay as they are. */
  readonly blank: number
  /** Cells with something in them beside the value of a line that was taken: names and remarks, or values that nobody asks for. */
  readonly unused: number
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
 * Reads cells copied from a spreadsheet: lines of tab-separated texts. Where a line begins with the number of a goal (T07), it goes to
 * that goal, and to the place that one of its columns names where the goal has several; else lines go down from the cell that has the
 * focus, one line a cell. The last column in which any line says something holds the value; a line that says nothing there leaves its
 * cell as it is. A cell takes its first line, never a later one.
 *
 * @param targets the cells of the grid that are typed, in order from the one with the focus
 * @param all     every cell of the grid that is typed, for lines that name their goal
 */
export function pastedCells(text: string, targets: readonly PasteTarget[], all: readonly PasteTarget[]): Pasted {
  const byGoal = Map.groupBy(all, ({ goal }) => goal)
  const filled: PastedCell[] = []
  const refused: RefusedLine[] = []
  const taken = new Set<string>()
  let unused = 0
  let blank = 0
  const lines = linesOf(text)
  const width = lines.reduce(
    (widest, { columns }) =>
      Math.max(
        widest,
        columns.findLastIndex((column) => column !== ''),
      ),
    0,
  )
  for (const [index, { whole, columns }] of lines.entries()) {
    // A line that ends before the others was not cut from a spreadsheet: its own end counts.
    const last = Math.min(columns.length - 1, width)
    const said = columns[last] ?? ''
    if (said === '') {
      if (columns.some((column) => column !== '')) blank += 1
      continue
    }
    const refuse = (refusal: PasteRefusal, key: string | null) =>
      refused.push({ line: index + 1, column: last + 1, text: said, whole, key, refusal })
    const found = isNamed(columns, last) ? named(columns, byGoal) : (targets[index] ?? 'no-cell')
    if (typeof found === 'string') {
      refuse({ why: found }, null)
      continue
    }
    const typed = found.yesNo ? (yesWords[said.toLowerCase()] ?? said) : said
    const refusal = taken.has(found.key) ? ({ why: 'twice' } as const) : refusalOf(typed, found)
    if (refusal !== null) {
      refuse(refusal, found.key)
      continue
    }
    taken.add(found.key)
    filled.push({ key: found.key, text: typed })
    unused += columns.slice(0, last).filter((column) => column !== '').length
  }
  return { filled, refused, blank, unused }
}

const linesOf = (text: string) =>
  text
    .replace(/(\r\n|\r|\n)$/, '')
    .split(/\r\n|\r|\n/)
    .map((whole) => ({ whole, columns: whole.split('\t').map((column) => column.trim()) }))

const isNamed = ([first = '']: readonly string[], last: number) => last > 0 && /^[TMB]\d{2,3}$/i.test(first)

/** The cell that a line names by its goal and, where there are several, its place. */
function named(
  [first = '', ...others]: readonly string[],
  byGoal: ReadonlyMap<string, readonly PasteTarget[]>,
): PasteTarget | 'unknown-goal' | 'which-place' {
  const cells = byGoal.get(first.toUpperCase()) ?? []
  const [only] = cells
  if (only === undefined) return 'unknown-goal'
  if (cells.length === 1) return only
  const there = cells.filter(({ places }) => others.some((column) => places.includes(column)))
  return there.length === 1 && there[0] !== undefined ? there[0] : 'which-place'
}

function refusalOf(typed: string, target: PasteTarget): PasteRefusal | null {
  const reading = readTypedValue(typed, target.decimals)
  if (reading.is === 'refused') return { why: reading.why, at: reading.at }
  if (reading.is === 'empty') return { why: 'not-a-number' }
  return target.yesNo && reading.value > 1 ? { why: 'not-yes-or-no' } : null
}
