import { Link } from '@tanstack/react-router'
import type { RegionStanding, RegionsStanding } from '@xushi/contract'
import { AmountText, PercentText } from '../figure/figure-text.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { StatusMark } from '../status/status-glyph.tsx'
import { targetWords } from './region-target.ts'
import { regionsWords } from './regions.words.ts'
import { RowFigure } from './regions-row.tsx'
import { mostCompared } from './regions-search.ts'

type ChosenRegionProps = {
  readonly standing: RegionsStanding
  readonly row: RegionStanding | null
  readonly compared: readonly string[]
  readonly onCompare: (region: string) => void
}

/** The key figures of the chosen region; of the whole country while none is chosen. */
export function ChosenRegion({ standing, row, compared, onCompare }: ChosenRegionProps) {
  const says = useWords(regionsWords)
  const text = useText()
  if (row === null) return <Whole standing={standing} />
  const isCompared = compared.includes(row.region)
  return (
    <>
      <div className="section-head">
        <h2>{text(row.name)}</h2>
        <span className="label">{row.region}</span>
        <span className="spacer" />
        <button
          type="button"
          className="plain-button in-text no-print"
          disabled={!isCompared && compared.length >= mostCompared}
          onClick={() => onCompare(row.region)}
        >
          {isCompared ? says.uncompare : compared.length >= mostCompared ? says.compareFull : says.compare}
        </button>
        <Link className="second no-print" to="/regions/$region" params={{ region: row.region }}>
          {says.open} ›
        </Link>
      </div>
      <dl className="region-facts">
        <div>
          <dt>{standing.indicator.kind === 'yes-no' ? says.yesNo : says.value}</dt>
          <dd>
            <RowFigure row={row} standing={standing} />
            {row.figure.known && standing.indicator.kind !== 'yes-no' && (
              <small> {text(standing.indicator.unit)}</small>
            )}
          </dd>
        </div>
        {row.share.known && (
          <div>
            <dt>{row.share.bound === undefined ? says.share : says.shareBound}</dt>
            <dd>
              <PercentText figure={row.share} />
            </dd>
          </div>
        )}
        {row.reporting !== null && row.expected && (
          <div>
            <dt>{says.reportingHead}</dt>
            <dd>
              {says.counted(row.reporting.counted, row.reporting.expected)}
              <small> {says.onTimeOf(row.reporting.onTime, row.reporting.timed)}</small>
            </dd>
          </div>
        )}
        <TargetFact standing={standing} row={row} />
      </dl>
    </>
  )
}

/** Status only where the region has a promise of its own. */
function TargetFact({ standing, row }: { standing: RegionsStanding; row: RegionStanding }) {
  const says = useWords(regionsWords)
  const { language } = useLanguage()
  return (
    <div>
      <dt>{says.targetHead}</dt>
      {row.target === null ? (
        <dd className="region-no-target">
          {says.noTarget}
          <br />
          {says.nationalNot}
        </dd>
      ) : (
        <dd className="region-no-target">
          {says.ownTarget} {targetWords(row.target, standing.indicator, language)}
          <br />
          <StatusMark status={row.status} />
        </dd>
      )}
    </div>
  )
}

function Whole({ standing }: { standing: RegionsStanding }) {
  const says = useWords(regionsWords)
  const text = useText()
  const { total, indicator } = standing
  return (
    <>
      <div className="section-head">
        <h2>{says.whole}</h2>
        <span className="label no-print">{says.wholeHint}</span>
      </div>
      <dl className="region-facts">
        <div>
          <dt>{says.total}</dt>
          <dd>
            <AmountText figure={total.figure} of={indicator} sense="total" unit={false} />
            {total.figure.known && <small> {text(indicator.unit)}</small>}
          </dd>
        </div>
        {total.reporting !== null && (
          <div>
            <dt>{says.reportingHead}</dt>
            <dd>
              {says.counted(total.reporting.counted, total.reporting.expected)}
              <small> {says.onTimeOf(total.reporting.onTime, total.reporting.timed)}</small>
            </dd>
          </div>
        )}
      </dl>
    </>
  )
}
