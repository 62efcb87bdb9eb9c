import type { Dashboard } from '@xushi/contract'
import { Fragment } from 'react'
import { percent } from '../figure/format-figure.ts'
import { useLanguage, useWords } from '../language/language.tsx'
import { statusWords } from '../status/status-glyph.tsx'
import { overviewWords } from './overview.words.ts'
import { countByStatus, largestGap } from './summary.ts'

/** The page in one computed sentence. */
export function SummarySentence({ dashboard }: { dashboard: Dashboard }) {
  const says = useWords(overviewWords)
  const states = useWords(statusWords)
  const { language } = useLanguage()
  const { indicators, time, milestones } = dashboard
  const counts = countByStatus(indicators).filter(({ count }) => count > 0)
  const gap = largestGap(indicators)
  const comma = language === 'zh' ? '、' : ', '
  return (
    <p className="summary">
      {says.targets(indicators.length)}
      {counts.map(({ status, count }, index) => (
        <Fragment key={status}>
          {index > 0 && comma}
          <b>{language === 'zh' ? `${count}项${states[status]}` : `${count} ${states[status].toLowerCase()}`}</b>
        </Fragment>
      ))}
      {gap !== null && `${language === 'zh' ? '，' : '; '}${says.gap(gap.toFixed(1))}`}
      {language === 'zh' ? '。' : '. '}
      {says.milestones(milestones.length)}
      {language === 'zh' ? '。' : '. '}
      {says.elapsed(percent(time.ratio), time.elapsedDays, time.totalDays)}
    </p>
  )
}
