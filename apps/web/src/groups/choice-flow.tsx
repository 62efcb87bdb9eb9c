import { percent } from '../figure/format-figure.ts'
import { useLanguage, useWords } from '../language/language.tsx'
import { choiceSentence } from './choice-sentence.ts'
import { ChoiceTable } from './choice-table.tsx'
import { ChooserBlock } from './chooser-block.tsx'
import { barWidth, flowLayout } from './flow-layout.ts'
import { useFlowRoom } from './flow-room.ts'
import { type Choosing, calledAfter, chosenOf, neededOf, type Source } from './group-model.ts'
import { groupsWords } from './groups.words.ts'
import { headHeight, SourceBlock } from './source-block.tsx'
import { squaresLayout } from './squares-layout.ts'

const barAt = 670
const seatsAt = 850
const seats = { top: 132, height: 84 }
/** A seat that is taken is a line with its name. */
const seatLine = 26
/** Below the squares: the line of the plan, and the space to the next source. */
const tailHeight = 62

/** Sources side by side and the list that is chosen out of them, with a ribbon from each as wide as its candidates are many. */
export function ChoiceFlow({ choosing, name, on }: { choosing: Choosing; name: string; on: string }) {
  const says = useWords(groupsWords)
  const { language } = useLanguage()
  const room = useFlowRoom()
  const { sources } = choosing
  const per = Math.max(...sources.map((source) => squaresOf(source, room).per))
  return (
    <figure className="choice-flow">
      <figcaption className="visually-hidden">{says.caption(name, on)}</figcaption>
      <div className="flow-columns">
        <div className="flow-sources">
          {sources.map((source) => (
            <div key={source.member.id} style={{ minHeight: blockHeight(source, room) }}>
              <SourceBlock source={source} room={room} />
              <p className="flow-folded">
                <Put source={source} />
              </p>
            </div>
          ))}
        </div>
        <Ribbons choosing={choosing} room={room} />
        <ChooserBlock choosing={choosing} on={on} />
      </div>
      <p className="second flow-sentence">{choiceSentence(choosing, language, says.sentence)}</p>
      <ul className="legend second flow-legend" aria-hidden="true">
        <li>
          <i className="square-filled" />
          {says.legend.filled}
        </li>
        <li>
          <i className="square-marked" />
          {says.legend.marked}
        </li>
        <li>
          <i className="square-missing" />
          {says.legend.missing}
        </li>
        <li>{per > 1 ? says.legendPer(per) : says.legendHint}</li>
      </ul>
      <ChoiceTable choosing={choosing} />
    </figure>
  )
}

const squaresOf = ({ member }: Source, room: number) =>
  squaresLayout(Math.max(member.actual.known ? member.actual.value : 0, neededOf(member) ?? 0, 1), room)

const blockHeight = (source: Source, room: number) => headHeight + squaresOf(source, room).height + tailHeight

function Ribbons({ choosing: { sources }, room }: { choosing: Choosing; room: number }) {
  const says = useWords(groupsWords)
  let above = 0
  const placed = sources.map((source) => {
    const { width, height } = squaresOf(source, room)
    const top = above + headHeight
    above += blockHeight(source, room)
    const candidates = source.cases?.length ?? 0
    return { squares: { width, top, height }, candidates, chosen: chosenOf(source.cases).length }
  })
  const taken = placed.reduce((sum, { chosen }) => sum + chosen, 0)
  const { nodes, open } = flowLayout(placed, {
    barAt,
    seatsAt,
    seats: taken === 0 ? seats : { top: seats.top, height: taken * seatLine },
  })
  const all = placed.reduce((sum, { candidates }) => sum + candidates, 0)
  const isKnown = sources.every(({ cases }) => cases !== null)
  return (
    <div className="ribbons">
      <svg width={seatsAt} height={above} aria-hidden="true">
        <defs>
          <pattern id="undecided" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0v5" stroke="var(--hatch)" strokeWidth="1.4" />
          </pattern>
        </defs>
        {open !== null && <path d={open} fill="url(#undecided)" />}
        {nodes.map(({ top, height, ribbon, chosen }, index) => (
          <g key={sources[index]?.member.id}>
            {ribbon !== null && <path d={ribbon} fill="var(--actual-soft)" opacity=".8" />}
            {chosen !== null && <path d={chosen} fill="var(--actual-soft)" />}
            {height > 0 && <rect x={barAt} y={top} width={barWidth} height={height} fill="var(--ink)" />}
          </g>
        ))}
      </svg>
      {isKnown && (
        <p className="ribbon-head" style={{ left: barAt, top: 36 }}>
          {all === 0 ? says.noCandidates : says.candidates(all)}
        </p>
      )}
      {isKnown &&
        sources.map((source, index) => {
          const { top, height } = nodes[index] ?? { top: 0, height: 0 }
          // The last one's words stand below its bar, all others' above theirs.
          const isBelow = index > 0 && index === sources.length - 1
          return (
            <p
              key={source.member.id}
              className={isBelow ? 'ribbon-words' : 'ribbon-words ribbon-words-above'}
              style={{ left: barAt, top: isBelow ? top + height + 6 : top - 6 }}
            >
              <Put source={source} />
            </p>
          )
        })}
    </div>
  )
}

/** How many were put forward out of a source, what share of it that is, and how many of them were chosen. */
function Put({ source: { member, cases } }: { source: Source }) {
  const says = useWords(groupsWords)
  const { language } = useLanguage()
  if (cases === null) return null
  const called = calledAfter(member, language)
  if (cases.length === 0) return <>{says.none(called)}</>
  const { actual } = member
  // A lower bound below the line makes the share an upper one.
  const sign = actual.known && actual.bound === 'above' ? '≤' : ''
  const share = actual.known && actual.value > 0 ? says.share(sign + percent(cases.length / actual.value)) : null
  const chosen = chosenOf(cases).length
  return (
    <>
      {[says.put(called, cases.length), share, chosen > 0 ? says.chosenFrom(chosen) : null]
        .filter((part) => part !== null)
        .join(language === 'zh' ? '，' : ', ')}
    </>
  )
}
