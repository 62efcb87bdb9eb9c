import type { Screen } from '@xushi/contract'
import { daysBetween } from '@xushi/domain'
import { shortDate } from '@xushi/wording'
import { ActualText } from '../figure/actual-text.tsx'
import { PointsText } from '../figure/figure-text.tsx'
import { useText, useWords } from '../language/language.tsx'
import { StatusMark } from '../status/status-glyph.tsx'
import { screenWords } from './screen.words.ts'
import { type AttentionLine, attentionLines } from './screen-rows.ts'

/** At most two lines of what needs somebody now. */
export function ScreenAttention({ screen }: { screen: Screen }) {
  const says = useWords(screenWords)
  const lines = attentionLines(screen)
  if (lines.length === 0) return null
  return (
    <ul className="screen-attention" aria-label={says.attention}>
      {lines.map((line) => (
        <li key={line.is === 'milestone' ? line.milestone.id : line.target.id}>
          <Line line={line} on={screen.on} />
        </li>
      ))}
    </ul>
  )
}

/** What is late, why and until when it is mended, and by how much: nobody can ask a wall for more. */
function Line({ line, on }: { line: AttentionLine; on: string }) {
  const says = useWords(screenWords)
  const text = useText()
  if (line.is === 'milestone') {
    const { goal, name, standing } = line.milestone
    return (
      <>
        <StatusMark status="overdue" size={20} />
        <span className="screen-line">
          {goal} {text(name)}
        </span>
        <b>{standing?.expectedOn != null && says.past(daysBetween(standing.expectedOn, on))}</b>
      </>
    )
  }
  const { goal, name, status, percentagePoints, lag } = line.target
  return (
    <>
      <StatusMark status={status} size={20} />
      <span className="screen-line">
        {goal} {text(name)}
        {lag !== null && (
          <span className="screen-reason">{says.reason(text(lag.cause), shortDate(lag.newDate, on.slice(0, 4)))}</span>
        )}
      </span>
      <b>{percentagePoints.known ? <PointsText figure={percentagePoints} /> : <ActualText target={line.target} />}</b>
    </>
  )
}
