import { type RefObject, useEffect, useState } from 'react'

/**
 * Which rows of a long table are near the screen: thousands of rows scroll as easily as twenty, since only these are drawn.
 *
 * @param rowHeight height of one row in pixels, the same for all
 * @returns the first row and the one after the last
 */
export function useRowsInView(table: RefObject<HTMLElement | null>, rowHeight: number, rows: number) {
  const [range, setRange] = useState({ first: 0, end: Math.min(rows, 60) })
  useEffect(() => {
    const look = () => {
      const top = table.current?.getBoundingClientRect().top ?? 0
      const first = Math.max(0, Math.floor(-top / rowHeight) - 15)
      const end = Math.min(rows, first + Math.ceil(window.innerHeight / rowHeight) + 30)
      setRange((before) => (before.first === first && before.end === end ? before : { first, end }))
    }
    look()
    window.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    // Printed, a table is whole.
    const all = () => setRange({ first: 0, end: rows })
    window.addEventListener('beforeprint', all)
    return () => {
      window.removeEventListener('scroll', look)
      window.removeEventListener('resize', look)
      window.removeEventListener('beforeprint', all)
    }
  }, [table, rowHeight, rows])
  return range
}
