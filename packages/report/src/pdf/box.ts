import type { Sheet } from './sheet.ts'

/** A piece of a report that the end of a page never divides: a line, a row, a figure. */
export type Box = {
  readonly height: number
  /** Space above it, none at the top of a page. */
  readonly gap: number
  /** Whether the next one must stand on the same page. */
  readonly keep: boolean
  /** The rows it belongs to. */
  readonly rows?: Rows
  /** Whether it is the head of its rows, and needs none above it. */
  readonly opens?: boolean
  /** Its bookmark, which leads to the page it stands on. */
  readonly bookmark?: { readonly level: 1 | 2 | 3; readonly text: string }
  draw(sheet: Sheet, x: number, y: number): void
}

/** The rows of one table: what stands above them again on each further page, and the rule that closes them on every page. */
export type Rows = { readonly again: Box; readonly foot: Box }

export type PlacedBox = { readonly box: Box; readonly y: number }

/** Boxes one below the other on pages of a height, each on the first page that has room for it and for all it must stay with. */
export function paginated(boxes: readonly Box[], height: number): PlacedBox[][] {
  const pages: PlacedBox[][] = []
  let placed: PlacedBox[] = []
  let y = 0
  let open: Rows | undefined

  const close = () => {
    if (open !== undefined) placed.push({ box: open.foot, y })
    open = undefined
  }
  const turn = () => {
    close()
    pages.push(placed)
    placed = []
    y = 0
  }
  const put = (box: Box) => {
    if (open !== box.rows) close()
    if (placed.length > 0) y += box.gap
    else if (box.rows !== undefined && box.opens !== true) {
      placed.push({ box: box.rows.again, y })
      y += box.rows.again.height
    }
    placed.push({ box, y })
    y += box.height
    open = box.rows
  }
  const full = (needed: number) => placed.length > 0 && y + needed > height + 0.01

  for (const group of together(boxes)) {
    if (full(group.reduce((sum, box) => sum + box.gap + box.height, 0))) turn()
    for (const box of group) {
      // Only where what must stay together is higher than a page.
      if (full(box.gap + box.height)) turn()
      put(box)
    }
  }
  close()
  return placed.length === 0 ? pages : [...pages, placed]
}

function together(boxes: readonly Box[]): Box[][] {
  const groups: Box[][] = []
  let group: Box[] = []
  for (const box of boxes) {
    group.push(box)
    if (box.keep) continue
    groups.push(group)
    group = []
  }
  return group.length === 0 ? groups : [...groups, group]
}
