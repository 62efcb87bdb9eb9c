import { useQuery } from '@tanstack/react-query'
import type { Derivation, PublishedFigure } from '@xushi/contract'
import { regionsQuery } from '../api/queries.ts'
import { AmountText } from '../figure/figure-text.tsx'
import { useText, useWords } from '../language/language.tsx'
import { derivationWords } from './derivation.words.ts'

function useRegionName(): (code: string) => string {
  const text = useText()
  const regions = useQuery(regionsQuery)
  const names = new Map(regions.data?.regions.map((region) => [region.code, text(region.shortName)]))
  return (code) => names.get(code) ?? code
}

/** Every published figure, newest first, whether it counts, and why not. */
export function PublishedStandings({ derivation }: { derivation: Derivation }) {
  const says = useWords(derivationWords)
  if (derivation.published.length === 0) return null
  return (
    <section>
      <div className="section-head">
        <h2>{says.published}</h2>
      </div>
      <table className="standings">
        <thead>
          <tr>
            <th>{says.on}</th>
            <th className="number">{says.value}</th>
            <th>{says.who}</th>
            <th>{says.standing}</th>
          </tr>
        </thead>
        <tbody>
          {derivation.published.map(({ figure, counts, why }) => (
            <tr key={figure.id} id={figure.id} className={counts ? 'counts' : ''}>
              <td className="when nowrap">{figure.on}</td>
              <td className="number">
                <AmountText figure={figureOf(figure)} of={derivation.judgement} />
              </td>
              <td className="said second">
                <Said figure={figure} />
              </td>
              <td className="why">
                {counts ? (
                  <b>{says.counts}</b>
                ) : (
                  <span className="unknown">
                    {says.not}
                    {why !== null && says.reasons[why]}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const figureOf = ({ value, bound }: PublishedFigure) => ({
  known: true as const,
  value,
  ...(bound !== undefined && { bound }),
})

function Said({ figure }: { figure: PublishedFigure }) {
  const says = useWords(derivationWords)
  const text = useText()
  const region = useRegionName()
  const { speaker, occasion, publishedOn, note } = figure
  return (
    <>
      {text(speaker)}　{text(occasion)}
      {figure.region !== '000000' && `　${region(figure.region)}`}
      <span className="label block">
        {says.publishedOn(publishedOn)}
        {note !== null && `　${text(note)}`}
      </span>
    </>
  )
}

/** What the regions add up to, period by period, and who is missing in each. */
export function PeriodSums({ derivation: { periods, judgement } }: { derivation: Derivation }) {
  const says = useWords(derivationWords)
  const region = useRegionName()
  if (periods.length === 0) return null
  return (
    <section>
      <div className="section-head">
        <h2>{says.periods}</h2>
      </div>
      <table className="period-sums">
        <thead>
          <tr>
            <th>{says.period}</th>
            <th className="number">{says.sum}</th>
            <th className="number">{says.reported}</th>
            <th>{says.missing}</th>
          </tr>
        </thead>
        <tbody>
          {periods.map(({ period, figure, units, expected, missing }) => (
            <tr key={period}>
              <td className="when nowrap">{period}</td>
              <td className="number">
                <AmountText figure={figure} of={judgement} sense="total" />
              </td>
              <td className="number">
                {units}/{expected}
              </td>
              <td className="second">
                {missing.length === 0 ? says.allReported : missing.map(region).join(says.listComma)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
