import type { Screen } from '@xushi/contract'
import { AmountText, PointsText } from '../figure/figure-text.tsx'
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
          <Line line={line} />
        </li>
      ))}
    </ul>
  )
}

function Line({ line }: { line: AttentionLine }) {
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
        <b>{standing?.expectedOn != null && says.expected(standing.expectedOn)}</b>
      </>
    )
  }
  const { goal, name, status, percentagePoints, actual } = line.target
  return (
    <>
      <StatusMark status={status} size={20} />
      <span className="screen-line">
        {goal} {text(name)}
      </span>
      <b>
        {percentagePoints.known ? (
          <PointsText figure={percentagePoints} />
        ) : (
          <AmountText figure={actual} of={line.target} />
        )}
      </b>
    </>
  )
}
