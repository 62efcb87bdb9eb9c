import type { Dashboard } from '@xushi/contract'
import { largestGap, overdueCount, percent, type StatusCount, sentenceGroups, statusWords } from '@xushi/wording'
import { Fragment } from 'react'
import { useLanguage, useWords } from '../language/language.tsx'
import { overviewWords } from './overview.words.ts'

/** The page in one computed sentence: what is well; what is late and by how much; what cannot be said; the time that has passed. */
export function SummarySentence({ dashboard }: { dashboard: Dashboard }) {
  const says = useWords(overviewWords)
  const { indicators, time, milestones } = dashboard
  const { well, late, rest } = sentenceGroups(indicators)
  const gap = largestGap(indicators)
  const overdue = overdueCount(dashboard)
  const clauses = [
    well.length > 0 && <Counts key="well" counts={well} strong />,
    late.length > 0 && (
      <Fragment key="late">
        <Counts counts={late} strong />
        {gap !== null && says.gap(gap.toFixed(1))}
      </Fragment>
    ),
    rest.length > 0 && <Counts key="rest" counts={rest} strong={false} />,
  ].filter((clause) => clause !== false)
  return (
    <p className="summary">
      {says.targets(indicators.length)}
      {clauses.map((clause, index) => (
        <Fragment key={clause.key}>
          {index > 0 && says.between}
          {clause}
        </Fragment>
      ))}
      {says.end}
      {says.milestones(milestones.length)}
      {overdue > 0 && says.overdueMilestones(overdue)}
      {says.end}
      {says.elapsedBefore}
      <b>{percent(time.ratio)}</b>
      {says.elapsedAfter(time.elapsedDays, time.totalDays)}
    </p>
  )
}

function Counts({ counts, strong }: { counts: readonly StatusCount[]; strong: boolean }) {
  const says = useWords(overviewWords)
  const states = useWords(statusWords)
  const { language } = useLanguage()
  const text = counts
    .map(({ status, count }) => says.count(count, language === 'zh' ? states[status] : states[status].toLowerCase()))
    .join(says.comma)
  return strong ? <b>{text}</b> : text
}
