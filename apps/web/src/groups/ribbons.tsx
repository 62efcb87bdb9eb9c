import { useWords } from '../language/language.tsx'
import type { FlowFrame } from './flow-frame.ts'
import { barWidth, type FlowLayout } from './flow-layout.ts'
import type { Source } from './group-model.ts'
import { groupsWords } from './groups.words.ts'
import { PutForward } from './put-forward.tsx'

type RibbonsProps = {
  readonly sources: readonly Source[]
  readonly frame: FlowFrame
  readonly layout: FlowLayout
  readonly height: number
  /** Where the head of the list stands; the head of the candidates stands level with it while the seats are empty. */
  readonly headTop: number
}

const besideBar = 6
/** From the first bar up to the head of the candidates: over the words of that bar, which may take three lines. */
const overBar = 86

/** The ribbons from the sources to their candidates and on to the seats, with the words of each bar. */
export function Ribbons({ sources, frame, layout: { nodes, open }, height, headTop }: RibbonsProps) {
  const says = useWords(groupsWords)
  if (frame.ribbons === null) return null
  const { barAt, seatsAt } = frame.ribbons
  const all = sources.reduce((sum, { cases }) => sum + (cases?.length ?? 0), 0)
  const isKnown = sources.every(({ cases }) => cases !== null)
  // Ribbons that go on to names leave no room behind the bars.
  const isBefore = frame.isTight || nodes.some(({ chosen }) => chosen !== null)
  const wordsWidth = isBefore ? frame.wordsBefore : seatsAt - barAt - besideBar
  const edge = isBefore ? { right: `calc(100% - ${barAt + barWidth}px)` } : { left: barAt }
  return (
    <div className={isBefore ? 'ribbons ribbons-before' : 'ribbons'} style={{ width: seatsAt }}>
      <svg width={seatsAt} height={height} aria-hidden="true">
        <defs>
          <pattern id="undecided" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0v5" stroke="var(--hatch)" strokeWidth="1.4" />
          </pattern>
        </defs>
        {open !== null && <path d={open} fill="url(#undecided)" />}
        {nodes.map(({ top, height: barHeight, ribbon, chosen }, index) => (
          <g key={sources[index]?.member.id}>
            {ribbon !== null && <path d={ribbon} fill="var(--actual-soft)" opacity=".8" />}
            {chosen !== null && <path d={chosen} fill="var(--actual-soft)" />}
            {barHeight > 0 && <rect x={barAt} y={top} width={barWidth} height={barHeight} fill="var(--ink)" />}
          </g>
        ))}
      </svg>
      {isKnown && (
        <p
          className="ribbon-head"
          style={{ ...edge, top: isBefore ? Math.max(0, (nodes[0]?.top ?? 0) - overBar) : headTop }}
        >
          {all === 0 ? says.noCandidates : says.candidates(all)}
        </p>
      )}
      {isKnown &&
        sources.map((source, index) => {
          const { top, height: barHeight } = nodes[index] ?? { top: 0, height: 0 }
          // The last one's words stand below its bar, all others' above theirs; before the bars, all above the ribbons.
          const isBelow = !isBefore && index > 0 && index === sources.length - 1
          return (
            <p
              key={source.member.id}
              className={isBelow ? 'ribbon-words' : 'ribbon-words ribbon-words-above'}
              style={{ ...edge, width: wordsWidth, top: isBelow ? top + barHeight + besideBar : top - besideBar }}
            >
              <PutForward source={source} />
            </p>
          )
        })}
    </div>
  )
}
