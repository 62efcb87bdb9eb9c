import type { ReactNode } from 'react'
import { useWords } from '../language/language.tsx'
import { indicatorWords } from './indicator.words.ts'

/** 同一数据: what is drawn beside it, as a table in a window that scrolls. */
export function SameData({ label, children }: { label: string; children: ReactNode }) {
  const says = useWords(indicatorWords)
  return (
    <div className="progress-table">
      <div className="section-head">
        <h2>{says.table}</h2>
        <span className="label">{label}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section className="table-window" aria-label={says.table} tabIndex={0}>
        {children}
      </section>
    </div>
  )
}
