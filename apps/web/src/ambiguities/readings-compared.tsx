import type { AmbiguityStanding, GoalUnderReading } from '@xushi/contract'
import { statusWords, targetText } from '@xushi/wording'
import { AmountText, PercentText, PointsText } from '../figure/figure-text.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { StatusMark, StatusShape } from '../status/status-glyph.tsx'
import { ambiguityWords } from './ambiguities.words.ts'
import { statusRuns } from './status-runs.ts'

type Readings = AmbiguityStanding['readings']

/** The goals of an ambiguity under each known reading, one row a reading: today, and at the end of each month. */
export function ReadingsCompared({ readings }: { readings: Readings }) {
  const says = useWords(ambiguityWords)
  const text = useText()
  const goals = readings[0]?.goals ?? []
  return (
    <div className="scroll-x">
      <table className="readings">
        <caption className="visually-hidden">{says.sideBySide}</caption>
        <thead>
          <tr>
            <th>{says.under}</th>
            <th>{says.goal}</th>
            <th className="number">{says.target}</th>
            <th className="number">{says.actual}</th>
            <th className="number">{says.attainment}</th>
            <th className="number">{says.ahead}</th>
            <th>{says.status}</th>
            <th>{says.history}</th>
          </tr>
        </thead>
        <tbody>
          {goals.flatMap(({ id }) =>
            readings.map(({ alternative, reading, source, inForce, goals: under }) => {
              const goal = under.find((one) => one.id === id)
              return goal === undefined ? null : (
                <tr key={`${id} ${alternative}`} className={inForce ? 'current' : undefined}>
                  <td className="reading-words">
                    {text(reading)} {inForce && <b className="chip">{says.inForce}</b>}
                    <span className="label block">
                      {source === null ? says.firstSource : says.source(text(source))}
                    </span>
                  </td>
                  <td className="nowrap" data-label={says.goal}>
                    {goal.goal}
                  </td>
                  <Standing goal={goal} />
                </tr>
              )
            }),
          )}
        </tbody>
      </table>
    </div>
  )
}

function Standing({ goal }: { goal: GoalUnderReading }) {
  const says = useWords(ambiguityWords)
  const { language } = useLanguage()
  const { actual, attainment, percentagePoints, status } = goal
  return (
    <>
      <td className="number nowrap" data-label={says.target}>
        <b>{targetText({ ...goal, promise: null }, language)}</b>
      </td>
      <td className="number nowrap" data-label={says.actual}>
        <AmountText figure={actual} of={goal} sense={goal.sourceOfRecord === 'national' ? 'published' : 'total'} />
      </td>
      <td className="number nowrap" data-label={says.attainment}>
        <PercentText figure={attainment} />
      </td>
      <td className="number nowrap" data-label={says.ahead}>
        <PointsText figure={percentagePoints} />
      </td>
      <td className="nowrap" data-label={says.status}>
        <StatusMark status={status} />
      </td>
      <td data-label={says.history}>
        <History goal={goal} />
      </td>
    </>
  )
}

/** One mark a month, and the same in words. */
function History({ goal: { history } }: { goal: GoalUnderReading }) {
  const says = useWords(ambiguityWords)
  const states = useWords(statusWords)
  if (history.on.length === 0) return <span className="unknown">{says.noHistory}</span>
  const words = statusRuns(history).map(({ from, to, status }) => says.run(from, to, states[status]))
  return (
    <span className="status-history" title={words.join(says.runs)}>
      <span className="visually-hidden">{words.join(says.runs)}</span>
      {history.on.map((day, index) => {
        const status = history.status[index]
        return (
          status !== undefined && (
            <span key={day} className={`status status-${status}`} aria-hidden="true">
              <StatusShape status={status} size={12} />
            </span>
          )
        )
      })}
    </span>
  )
}
