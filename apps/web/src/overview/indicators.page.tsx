import { Link } from '@tanstack/react-router'
import type { Dashboard } from '@xushi/contract'
import { useDashboard } from '../app/address.ts'
import { useTitle } from '../app/title.ts'
import { AmountText, PercentText } from '../figure/figure-text.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { StatusMark } from '../status/status-glyph.tsx'
import { StatusReason } from '../status/status-reason.tsx'
import { overviewWords } from './overview.words.ts'
import { OverviewFilter, useFilter } from './overview-filter.tsx'
import { byGoal, filtered } from './summary.ts'
import { targetText } from './target-text.ts'
import './overview.css'

/** 指标: every target and milestone by number, as a plain list to search. */
export function IndicatorsPage() {
  const says = useWords(overviewWords)
  const query = useDashboard()
  useTitle(says.indicators)
  return (
    <>
      <h1>{says.indicators}</h1>
      <p className="label">{says.indicatorsHint}</p>
      <QueryState query={query}>{(dashboard) => <IndicatorList dashboard={dashboard} />}</QueryState>
    </>
  )
}

function IndicatorList({ dashboard }: { dashboard: Dashboard }) {
  const says = useWords(overviewWords)
  const text = useText()
  const { language } = useLanguage()
  const targets = filtered(dashboard, useFilter()).toSorted(byGoal)
  return (
    <>
      <OverviewFilter dashboard={dashboard} />
      {targets.length === 0 ? (
        <Notice kind="empty" title={says.nothing} />
      ) : (
        <div className="scroll-x">
          <table>
            <thead>
              <tr>
                <th>{says.goal}</th>
                <th>{says.clause}</th>
                <th className="number">{says.actual}</th>
                <th className="number">{says.target}</th>
                <th className="number">{says.attainment}</th>
                <th>{says.status}</th>
              </tr>
            </thead>
            <tbody>
              {targets.map((target) => (
                <tr key={target.id}>
                  <td>
                    <span className="label">{target.goal}</span>{' '}
                    <Link to="/indicators/$indicator" params={{ indicator: target.id }}>
                      {text(target.name)}
                    </Link>
                  </td>
                  <td className="second">
                    {says.question(target.clause.question)} <span lang="zh-CN">“{target.clause.quote}”</span>
                  </td>
                  <td className="number">
                    <AmountText figure={target.actual} of={target} />
                  </td>
                  <td className="number">{targetText(target, language)}</td>
                  <td className="number">
                    <PercentText figure={target.attainment} />
                  </td>
                  <td>
                    <StatusMark status={target.status} />
                    <span className="block">
                      <StatusReason of={target} />
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
