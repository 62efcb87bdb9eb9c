import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { RegionStanding } from '@xushi/contract'
import { shortDate } from '@xushi/wording'
import { useTimes } from '../app/address.ts'
import { PercentText } from '../figure/figure-text.tsx'
import { useText, useWords } from '../language/language.tsx'
import { Sparkline } from '../sparkline/sparkline.tsx'
import { QueryState } from '../states/states.tsx'
import { regionWords } from './region.words.ts'
import { RegionFigure } from './region-indicators.tsx'
import { RegionState } from './region-state.tsx'
import { isAsked, isNotOpen, type RegionRow } from './region-summary.ts'
import { regionQuery } from './regions.queries.ts'
import { regionsWords } from './regions.words.ts'

/** All indicators of the chosen region, small: figure, line, share and the state of the last period. */
export function RegionStrip({ row }: { row: RegionStanding }) {
  const says = useWords(regionsWords)
  const text = useText()
  const { programme } = useSearch({ strict: false })
  const query = useQuery(regionQuery(row.region, { ...useTimes(), programme }))
  return (
    <section>
      <div className="section-head regions-list-head">
        <h2>{says.allOf(text(row.name))}</h2>
        <span className="spacer" />
        <Link className="second no-print" to="/regions/$region" params={{ region: row.region }}>
          {says.open} ›
        </Link>
      </div>
      <QueryState query={query}>
        {({ indicators, on }) => (
          <ul className="region-strip">
            {indicators.filter(isAsked).map((indicator) => (
              <Indicator key={indicator.id} row={indicator} year={on.slice(0, 4)} />
            ))}
          </ul>
        )}
      </QueryState>
    </section>
  )
}

function Indicator({ row, year }: { row: RegionRow; year: string }) {
  const region = useWords(regionWords)
  const says = useWords(regionsWords)
  const text = useText()
  const { regional, spark } = row
  const last = regional?.reports?.periods.at(-1)
  return (
    <li data-goal={row.goal}>
      <span className="strip-name">
        <span className="label">{row.goal}</span> {text(row.name)}
      </span>
      <span className="strip-figure">
        <RegionFigure row={row} />
      </span>
      <span className="strip-line">
        {row.kind !== 'yes-no' && spark.value.some((value) => value !== null) && (
          <Sparkline {...spark} label={region.trend(text(row.name))} />
        )}
      </span>
      <span className="strip-share label">
        {regional?.share.known && (
          <>
            {says.share} <PercentText figure={regional.share} />
          </>
        )}
      </span>
      {regional?.reports != null && (
        <RegionState
          state={last?.state ?? null}
          timing={last?.timing ?? null}
          deadline={last === undefined ? undefined : shortDate(last.deadline, year)}
          isZero={row.actual.known && row.actual.value === 0}
          isNotOpen={isNotOpen(row)}
        />
      )}
    </li>
  )
}
