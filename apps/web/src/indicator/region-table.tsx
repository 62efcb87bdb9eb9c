import { Link } from '@tanstack/react-router'
import type { IndicatorPage, Series } from '@xushi/contract'
import { exactNumber } from '@xushi/wording'
import { Demo } from '../app/demo.tsx'
import { useRememberedHeight } from '../app/remembered-height.ts'
import { AmountText, PercentText, WhyText } from '../figure/figure-text.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { indicatorWords } from './indicator.words.ts'
import { usePrefectureCount } from './province-series.ts'

/** The last ended period region by region: value, running total and share; 未报, 零报告 and 暂不公布 are told apart. */
export function RegionTable({ page, series }: { page: IndicatorPage; series: Series }) {
  const says = useWords(indicatorWords)
  const text = useText()
  const prefecturesOf = usePrefectureCount(page)
  const { language } = useLanguage()
  const left = useRememberedHeight<HTMLElement>(`regions ${page.judgement.id} ${language}`)
  const last = series.endsOn.findLastIndex(
    (endsOn, index) => endsOn <= page.on && (series.total.reported[index] ?? 0) > 0,
  )
  const rows = series.regions ?? []
  if (last < 0 || rows.length === 0) return null
  const { judgement } = page
  const isByPrefecture = page.reportingLevel === 'prefecture'
  const isYesNo = judgement.kind === 'yes-no' && !isByPrefecture
  const isSum = page.aggregation.regions === 'sum'
  const sum = rows.reduce((total, { cumulative }) => total + (cumulative[last] ?? 0), 0)
  return (
    <section {...left}>
      <div className="section-head">
        <h2>{says.regions}</h2>
        <span className="label">
          {says.regionsHint(
            series.periods[last] ?? '',
            series.total.reported[last] ?? 0,
            series.total.expected[last] ?? 0,
          )}
        </span>
        <span className="spacer" />
        {series.demo && <Demo />}
      </div>
      <ul className="region-list">
        {rows
          .toSorted((a, b) => (b.cumulative[last] ?? -1) - (a.cumulative[last] ?? -1))
          .map(({ region, name, value, cumulative, absence, bound }) => {
            const isCounted = series.source === 'register'
            const [own, running, why] = [value[last] ?? null, cumulative[last] ?? null, absence[last] ?? null]
            const now = isCounted || isByPrefecture ? running : own
            return (
              <li key={region} data-region={region}>
                <Link to="/regions/$region" params={{ region }}>
                  {text(name)}
                </Link>
                <span className="number">
                  {why !== null ? (
                    <WhyText why={why} />
                  ) : now === null ? (
                    <WhyText why="not-reported" />
                  ) : isYesNo ? (
                    now === 1 ? (
                      '✓'
                    ) : (
                      '–'
                    )
                  ) : (
                    <>
                      <b>
                        <AmountText
                          figure={{
                            known: true,
                            value: now,
                            ...((isCounted || isByPrefecture) && bound[last] != null && { bound: bound[last] }),
                          }}
                          of={judgement}
                          sense="total"
                          unit={false}
                        />
                        {prefecturesOf(region) !== null && `／${prefecturesOf(region)}`}
                      </b>
                      {now === 0 && (!isCounted || bound[last] === null) && (
                        <span className="label"> {says.zeroReport}</span>
                      )}
                    </>
                  )}
                </span>
                <span className="number second">
                  {isCounted && own !== null && own > 0 && <>+{exactNumber(own, judgement.decimals)}</>}
                  {!isCounted && !isYesNo && running !== null && page.aggregation.time === 'sum' && (
                    <>
                      {says.cumulative}{' '}
                      <AmountText figure={{ known: true, value: running }} of={judgement} unit={false} />
                    </>
                  )}
                </span>
                <span className="number second">
                  {isSum && now !== null && running !== null && sum > 0 && (
                    <PercentText figure={{ known: true, value: running / sum }} />
                  )}
                </span>
              </li>
            )
          })}
      </ul>
    </section>
  )
}
