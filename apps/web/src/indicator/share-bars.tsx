import type { IndicatorPage, Series } from '@xushi/contract'
import { AmountText, WhyText } from '../figure/figure-text.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { indicatorWords } from './indicator.words.ts'
import { boundedShareText, comparedPeriod, hasMissing, regionLines, wholeShares } from './region-series.ts'

/** What part of the sum each region holds, the largest first. The printed shares add up to 100.0 exactly. */
export function ShareBars({
  page,
  series,
  what,
}: {
  page: IndicatorPage
  series: Series
  what: 'cumulative' | 'value'
}) {
  const says = useWords(indicatorWords)
  const text = useText()
  const { language } = useLanguage()
  const lines = regionLines(series, page.on, what)
  const period = what === 'value' ? comparedPeriod(series, page.on) : null
  const shares = wholeShares(lines.map(({ share }) => share))
  const most = Math.max(...shares.map((share) => share ?? 0), 1)
  // A whole ten of percent, which is named, so that a full bar is never taken for all of it.
  const end = Math.min(100, Math.ceil(most / 10) * 10)
  const isPartial = hasMissing(lines)
  return (
    <figure className="shares">
      <figcaption className="label">
        {period !== null && `${period}${says.clauseStop}`}
        {says.shares(lines.filter(({ last }) => last !== null).length, lines.length)}
        {isPartial && says.sharesShrink}
        {says.clauseStop}
        {says.fullBar(end)}
      </figcaption>
      <ul>
        {lines.map(({ region, name, last }, index) => {
          const share = shares[index] ?? null
          return (
            <li key={region}>
              <span>{text(name)}</span>
              <svg viewBox="0 0 200 10" preserveAspectRatio="none" aria-hidden="true">
                <rect width="200" height="10" fill="var(--track)" />
                {share !== null && <rect width={Math.max((200 * share) / end, 1)} height="10" fill="var(--actual)" />}
              </svg>
              <b className="number">
                {share === null ? <WhyText why="not-reported" /> : boundedShareText(share, last, isPartial, language)}
              </b>
              <span className="number second">
                {last !== null && (
                  <AmountText figure={{ known: true, value: last.value }} of={page.judgement} unit={false} />
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </figure>
  )
}
