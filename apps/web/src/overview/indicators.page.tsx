import { Link } from '@tanstack/react-router'
import type { Dashboard } from '@xushi/contract'
import { byGoal, filtered, milestonesOfQuestion, targetText } from '@xushi/wording'
import { useDashboard } from '../app/address.ts'
import { useTitle } from '../app/title.ts'
import { clauseWords } from '../clause/clause.words.ts'
import { ClauseSource, QuestionLink } from '../clause/clause-button.tsx'
import { ClauseInShort } from '../clause/clause-words.tsx'
import { CorrectedMark } from '../corrected/corrected.tsx'
import { ActualText } from '../figure/actual-text.tsx'
import { PercentText } from '../figure/figure-text.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { StatusMark } from '../status/status-glyph.tsx'
import { StatusReason } from '../status/status-reason.tsx'
import { overviewWords } from './overview.words.ts'
import { OverviewFilter, useFilter } from './overview-filter.tsx'
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
  const filter = useFilter()
  const targets = filtered(dashboard, filter).toSorted(byGoal)
  const milestones = milestonesOfQuestion(dashboard, filter.question)
  return (
    <>
      {filter.question !== undefined && <OfQuestion question={filter.question} />}
      <OverviewFilter dashboard={dashboard} />
      {targets.length + milestones.length === 0 ? (
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
                    <QuestionLink question={target.clause.question} /> <ClauseInShort clause={target.clause} />
                  </td>
                  <td className="number">
                    <ActualText target={target} />
                  </td>
                  <td className="number">{targetText(target, language)}</td>
                  <td className="number">
                    <PercentText figure={target.attainment} />
                  </td>
                  <td>
                    <StatusMark status={target.status} /> <CorrectedMark of={target} />
                    <span className="block">
                      <StatusReason of={target} />
                    </span>
                  </td>
                </tr>
              ))}
              {milestones.map(({ id, goal, name, clause }) => (
                <tr key={id}>
                  <td>
                    <span className="label">{goal}</span>{' '}
                    <Link to="/goals/$goal" params={{ goal: id }}>
                      {text(name)}
                    </Link>
                  </td>
                  <td className="second" colSpan={5}>
                    <QuestionLink question={clause.question} /> <ClauseInShort clause={clause} />
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

/** Which question the list is of, in which document, and the way back to all. */
function OfQuestion({ question }: { question: string }) {
  const says = useWords(clauseWords)
  return (
    <div className="of-question">
      <h2>{says.allOfQuestion(Number(question))}</h2>
      <ClauseSource />
      <Link to="." search={(before) => ({ ...before, question: undefined })} className="no-print">
        {says.allQuestions}
      </Link>
    </div>
  )
}
