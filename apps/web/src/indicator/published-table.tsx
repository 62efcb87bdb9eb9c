import { useQuery } from '@tanstack/react-query'
import type { IndicatorPage, PublishedFigure } from '@xushi/contract'
import { useState } from 'react'
import { regionsQuery } from '../api/queries.ts'
import { AmountText } from '../figure/figure-text.tsx'
import { useText, useWords } from '../language/language.tsx'
import { indicatorWords } from './indicator.words.ts'

const ring = { primary: 2.4, secondary: 1.3, weak: 1.3 } as const

/** What others published by the date: value with its bound, who said it, how sure we are. Later figures wait under one line. */
export function PublishedTable({ page }: { page: IndicatorPage }) {
  const says = useWords(indicatorWords)
  const [isOpen, setOpen] = useState(false)
  const rows = page.published.toSorted((a, b) => b.on.localeCompare(a.on))
  const known = rows.filter(({ on }) => on <= page.on)
  const later = rows.filter(({ on }) => on > page.on)
  return (
    <section>
      <div className="section-head">
        <h2>{says.publishedHead}</h2>
        <span className="label">{says.publishedHint}</span>
      </div>
      {known.length === 0 ? (
        <p className="second quiet-line">{says.noPublished}</p>
      ) : (
        <PublishedRows rows={known} of={page.judgement} caption={says.publishedHead} />
      )}
      {later.length > 0 && (
        <details className="later-figures" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary className="second">{says.laterPublished(later.length)}</summary>
          {isOpen && <PublishedRows rows={later} of={page.judgement} caption={says.laterPublished(later.length)} />}
        </details>
      )}
    </section>
  )
}

function PublishedRows({
  rows,
  of,
  caption,
}: {
  rows: readonly PublishedFigure[]
  of: IndicatorPage['judgement']
  caption: string
}) {
  const says = useWords(indicatorWords)
  const text = useText()
  const isRegional = rows.some(({ region }) => region !== '000000')
  const regions = useQuery({ ...regionsQuery, enabled: isRegional })
  const names = new Map(regions.data?.regions.map((region) => [region.code, text(region.shortName)]))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section className="table-window" aria-label={caption} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th>{says.asOf}</th>
            <th className="number">{says.total}</th>
            <th>{says.who}</th>
            <th>{says.confidence}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((figure) => (
            <tr key={figure.id}>
              <td className="nowrap">
                {figure.on}
                {figure.region !== '000000' && (
                  <span className="label"> {names.get(figure.region) ?? figure.region}</span>
                )}
              </td>
              <td className="number">
                <b>
                  <AmountText
                    figure={{
                      known: true,
                      value: figure.value,
                      ...(figure.bound === undefined ? {} : { bound: figure.bound }),
                    }}
                    of={of}
                  />
                </b>
              </td>
              <td className="second">
                {text(figure.speaker)}　{text(figure.occasion)}
                {figure.note !== null && <span className="label block">{text(figure.note)}</span>}
              </td>
              <td className="nowrap second">
                <svg width="14" height="14" aria-hidden="true" className="inline-glyph">
                  <circle
                    cx="7"
                    cy="7"
                    r="5"
                    fill="var(--bg)"
                    stroke="var(--actual)"
                    strokeWidth={ring[figure.confidence]}
                    strokeDasharray={figure.confidence === 'weak' ? '2 2' : undefined}
                  />
                </svg>{' '}
                {says.confidences[figure.confidence]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
