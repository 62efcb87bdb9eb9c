/** A piece of text that differs between two files: what is expected, and what stands in its place. */
export type Difference = {
  /** Null for a piece that was added. */
  readonly expected: string | null
  /** Null for a piece that is gone. */
  readonly found: string | null
}

export type Differences = {
  readonly differences: readonly Difference[]
  /** How many there are beyond those that are listed. */
  readonly more: number
}

const mostListed = 50
/** Two files that differ in more pieces than this are other files: their pieces are held side by side, which takes no time. */
const mostEdits = 2_000

/**
 * The pieces in which two texts differ, in their order, the first 50 of them. White space counts as one space. A changed piece is told as
 * what was expected and what was found; one that moved is gone in one place and added in the other.
 */
export async function differences(expected: readonly string[], found: readonly string[]): Promise<Differences> {
  const { diffArrays } = await import('diff')
  const compared = (text: string) => text.replace(/\s+/gu, ' ').trim()
  const changes = diffArrays(expected.map(compared), found.map(compared), { maxEditLength: mostEdits })
  const all = changes === undefined ? sideBySide(expected, found, compared) : [...pairs(changes)]
  return { differences: all.slice(0, mostListed), more: Math.max(0, all.length - mostListed) }
}

type Change = { readonly value: readonly string[]; readonly added: boolean; readonly removed: boolean }

function* pairs(changes: readonly Change[]): Generator<Difference> {
  for (let index = 0; index < changes.length; index += 1) {
    const change = changes[index]
    if (change === undefined || (!change.added && !change.removed)) continue
    const next = changes[index + 1]
    const together = next !== undefined && next.added !== next.removed && next.added !== change.added
    const both = together ? [change, next] : [change]
    if (together) index += 1
    const gone = both.find(({ removed }) => removed)?.value ?? []
    const came = both.find(({ added }) => added)?.value ?? []
    for (let place = 0; place < Math.max(gone.length, came.length); place += 1) {
      yield { expected: gone[place] ?? null, found: came[place] ?? null }
    }
  }
}

function sideBySide(
  expected: readonly string[],
  found: readonly string[],
  compared: (text: string) => string,
): Difference[] {
  return Array.from({ length: Math.max(expected.length, found.length) }, (_, place) => ({
    expected: expected[place] ?? null,
    found: found[place] ?? null,
  })).filter(({ expected: one, found: other }) => one === null || other === null || compared(one) !== compared(other))
}
