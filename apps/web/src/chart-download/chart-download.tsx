import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useWords } from '../language/language.tsx'
import { chartDownloadWords } from './chart-download.words.ts'
import type { ChartFormat } from './chart-file.ts'
import type { Chart } from './save-chart.ts'
import './chart-download.css'

const formats: readonly ChartFormat[] = ['png', 'svg', 'csv']
const steps: Readonly<Record<string, (index: number) => number>> = {
  ArrowDown: (index) => (index + 1) % formats.length,
  ArrowUp: (index) => (index + formats.length - 1) % formats.length,
  Home: () => 0,
  End: () => formats.length - 1,
}

/**
 * 下载: a button with a menu that saves a chart as PNG, SVG or CSV, each with title, source, dates and rule inside. Place it beside the
 * chart's heading; it is not printed.
 *
 *     const chart = useRef<HTMLElement>(null)
 *     <ChartDownload
 *       title="T07 标识注册量" unit="亿个" source="…" rule="…"
 *       on={answer.on} knownAt={answer.knownAt} demo={answer.demo}
 *       chart={() => chart.current}                                 // a chart laid out as HTML
 *       chart={() => chart.current?.querySelector('svg') ?? null}   // or one that is an SVG
 *       table={{ columns: ['期', '数值'], rows: [['2020-09', 3.1], ['2020-10', null]] }}
 *     />
 *
 * `chart` and `table` are read when somebody asks for a file. A value that is unknown is null or its word, never 0; a number is given
 * as a number in the unit, not as 3.1亿. `knownAt` is what the answer of the api says.
 */
export function ChartDownload(chart: Chart) {
  const says = useWords(chartDownloadWords)
  const [isOpen, setOpen] = useState(false)
  const menu = useId()
  const button = useRef<HTMLButtonElement>(null)
  const items = useRef<(HTMLButtonElement | null)[]>([])
  const saving = useMutation({
    // Most readers never download: the code that draws comes when somebody does.
    mutationFn: async (format: ChartFormat) => (await import('./save-chart.ts')).saveChart(chart, format, says),
  })
  const open = (index: number) => {
    setOpen(true)
    // The items are there after this turn.
    requestAnimationFrame(() => items.current[index]?.focus())
  }
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const moved = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) {
      event.stopPropagation()
      close()
    }
    const step = steps[event.key]
    if (step === undefined || (!isOpen && !event.key.startsWith('Arrow'))) return
    event.preventDefault()
    const at = items.current.findIndex((item) => item?.matches(':focus') === true)
    if (!isOpen) open(event.key === 'ArrowUp' ? formats.length - 1 : 0)
    else items.current[at < 0 ? 0 : step(at)]?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the button and its menu together
    <span
      className="chart-download no-print"
      onKeyDown={moved}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false)
      }}
    >
      <button
        ref={button}
        type="button"
        className="chart-download-button"
        aria-label={says.downloadOf(chart.title)}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menu : undefined}
        aria-busy={saving.isPending}
        disabled={saving.isPending}
        onClick={() => (isOpen ? setOpen(false) : open(0))}
      >
        {says.download}
        <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
          <path d="M1 3l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.6" />
        </svg>
      </button>
      {isOpen && (
        <span className="chart-download-menu" role="menu" id={menu} aria-label={says.download}>
          {formats.map((format, index) => (
            <button
              key={format}
              ref={(item) => {
                items.current[index] = item
              }}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close()
                saving.mutate(format)
              }}
            >
              {says.formats[format]}
            </button>
          ))}
        </span>
      )}
      {saving.isError && (
        <span className="chart-download-failed" role="alert">
          {says.failed}
        </span>
      )}
    </span>
  )
}
