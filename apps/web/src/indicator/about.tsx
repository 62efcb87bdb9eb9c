import { useQuery } from '@tanstack/react-query'
import type { IndicatorPage } from '@xushi/contract'
import { regionsQuery } from '../api/queries.ts'
import { useProgramme } from '../app/address.ts'
import { AmountText } from '../figure/figure-text.tsx'
import { useText, useWords } from '../language/language.tsx'
import { indicatorWords } from './indicator.words.ts'

const ring = { primary: 2.4, secondary: 1.3, weak: 1.3 } as const

/** What others published: value with its bound, who said it, how sure we are. */
export function PublishedTable({ page }: { page: IndicatorPage }) {
  const says = useWords(indicatorWords)
  const text = useText()
  const regions = useQuery(regionsQuery)
  const names = new Map(regions.data?.regions.map((region) => [region.code, text(region.shortName)]))
  const rows = page.published.toSorted((a, b) => b.on.localeCompare(a.on))
  return (
    <section>
      <div className="section-head">
        <h2>{says.publishedHead}</h2>
        <span className="label">{says.publishedHint}</span>
      </div>
      {rows.length === 0 ? (
        <p className="second quiet-line">{says.noPublished}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
        <section className="table-window" aria-label={says.publishedHead} tabIndex={0}>
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
                        of={page.judgement}
                      />
                    </b>
                  </td>
                  <td className="second">
                    {text(figure.speaker)}　{text(figure.occasion)}
                    {figure.note !== null && <span className="label">　{text(figure.note)}</span>}
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
      )}
    </section>
  )
}

/** Sources that stand beside the one that counts, with the difference; never added, never forced to agree. */
export function BesideTable({ page }: { page: IndicatorPage }) {
  const says = useWords(indicatorWords)
  const { beside } = page.judgement
  if (beside.length === 0) return null
  return (
    <section>
      <div className="section-head">
        <h2>{says.beside}</h2>
        <span className="label">{says.besideHint}</span>
      </div>
      <table>
        <tbody>
          {beside.map(({ source, figure, on, reported, difference }) => (
            <tr key={source}>
              <td>
                {says.sources[source]}
                <span className="label block">
                  {on !== null && says.dataOn(on)}
                  {reported !== null && `　${reported.units}/${reported.expected}`}
                </span>
              </td>
              <td className="number">
                <b>
                  <AmountText
                    figure={figure}
                    of={page.judgement}
                    sense={source === 'regions' ? 'total' : 'published'}
                  />
                </b>
              </td>
              <td className="number second">
                {difference.known ? (
                  <>
                    {says.difference} <AmountText figure={difference} of={page.judgement} />
                  </>
                ) : (
                  '—'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** How the indicator is recorded and added up, who is responsible, and which readings apply. */
export function RulesTable({ page }: { page: IndicatorPage }) {
  const says = useWords(indicatorWords)
  const text = useText()
  const { judgement, typed, aggregation } = page
  const programme = useProgramme(page.programme)
  const readings = programme?.ambiguities.filter(({ number }) => judgement.ambiguities.includes(number)) ?? []
  const reporters = [...page.reportedBy.region, ...page.reportedBy.nation].map(text).join('、')
  const rows: readonly (readonly [string, string | null])[] = [
    [says.typedRegion, typed?.region ? says.typed[typed.region] : null],
    [says.typedNation, typed?.nation ? says.typed[typed.nation] : null],
    [says.value, typed === null ? (judgement.kind === 'counted' ? says.notTyped : says.notRecordable) : null],
    [says.time, wordOf(says.timeRules, aggregation.time)],
    [says.over, wordOf(says.regionRules, aggregation.regions)],
    [says.responsible, text(page.responsible)],
    [says.reportedBy, reporters === '' ? null : reporters],
    [says.notes, page.notes === null ? null : text(page.notes)],
  ]
  return (
    <section className="indicator-columns">
      <div>
        <div className="section-head">
          <h2>{says.rules}</h2>
        </div>
        <dl className="rules">
          {rows.map(([term, value]) =>
            value === null ? null : (
              <div key={term}>
                <dt className="label">{term}</dt>
                <dd>{value}</dd>
              </div>
            ),
          )}
        </dl>
      </div>
      {readings.length > 0 && (
        <div>
          <div className="section-head">
            <h2>{says.ambiguities}</h2>
          </div>
          {readings.map(({ number, ambiguity, reading, decidedBy, decidedOn }) => (
            <div key={number} id={`reading-${number}`} className="reading">
              <p>
                <b>{says.reading(number)}</b> {text(ambiguity)}
              </p>
              <p className="second">
                {text(reading)}
                <span className="label">
                  　{text(decidedBy)} {decidedOn}
                </span>
              </p>
            </div>
          ))}
        </div>
      )}
    </section>
  )
}

function wordOf(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key
}
