import type { CSSProperties } from 'react'
import { useLanguage, useWords } from '../language/language.tsx'
import { choiceSentence } from './choice-sentence.ts'
import { ChoiceTable } from './choice-table.tsx'
import { ChooserBlock } from './chooser-block.tsx'
import { type FlowFrame, useFlowFrame } from './flow-frame.ts'
import { flowLayout } from './flow-layout.ts'
import { type Choosing, chosenOf, neededOf, type Source } from './group-model.ts'
import { groupsWords } from './groups.words.ts'
import { PutForward } from './put-forward.tsx'
import { Ribbons } from './ribbons.tsx'
import { SourceBlock } from './source-block.tsx'
import { squaresLayout } from './squares-layout.ts'

/** Two rows of empty seats. */
const emptySeats = 84
/** A seat that is taken is a line with its name. */
const seatLine = 26
/** How far below the first source the list begins: in the middle of its sources, at their top once it is long. */
const openTop = 88
/** Between the bars: on paper the words of the lower one stand there. */
const gaps = { wide: 32, tight: 68 }
/** Below the squares: the line of the plan, and the space to the next source. */
const tail = { plan: 26, space: 34 }

/** Sources side by side and the list that is chosen out of them, with a ribbon from each as wide as its candidates are many. */
export function ChoiceFlow({ choosing, name, on }: { choosing: Choosing; name: string; on: string }) {
  const says = useWords(groupsWords)
  const { language } = useLanguage()
  const frame = useFlowFrame()
  const { sources } = choosing
  const per = Math.max(...sources.map((source) => squaresOf(source, frame).per))
  const { chooserTop, height, layout } = placed(choosing, frame)
  const measures = {
    '--source-head': `${frame.sourceHead}px`,
    '--chooser-head': `${frame.chooserHead}px`,
    '--chooser-top': `${chooserTop}px`,
    '--seats-at': `${frame.ribbons?.seatsAt ?? 0}px`,
  }
  return (
    <figure className={layout === null ? 'choice-flow' : 'choice-flow flow-drawn'}>
      <figcaption className="visually-hidden">{says.caption(name, on)}</figcaption>
      {/* React's type of a style has no room for properties of one's own. */}
      <div className="flow-columns" style={measures as CSSProperties}>
        <div className="flow-sources">
          {sources.map((source, index) => (
            <div
              key={source.member.id}
              style={layout === null ? undefined : { height: blockHeight(source, frame, index < sources.length - 1) }}
            >
              <SourceBlock source={source} room={frame.room} />
              {layout === null && (
                <p className="flow-folded">
                  <PutForward source={source} />
                </p>
              )}
            </div>
          ))}
        </div>
        {layout !== null && (
          <Ribbons sources={sources} frame={frame} layout={layout} height={height} headTop={chooserTop} />
        )}
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

const squaresOf = ({ member }: Source, { room }: FlowFrame) =>
  squaresLayout(Math.max(member.actual.known ? member.actual.value : 0, neededOf(member) ?? 0, 1), room)

const blockHeight = (source: Source, frame: FlowFrame, hasNext: boolean) =>
  frame.sourceHead + squaresOf(source, frame).height + tail.plan + (hasNext ? tail.space : 0)

/** Where everything stands: the list beside its sources, and the ribbons between them. */
function placed({ sources }: Choosing, frame: FlowFrame) {
  let height = 0
  const blocks = sources.map((source, index) => {
    const squares = squaresOf(source, frame)
    const top = height + frame.sourceHead
    height += blockHeight(source, frame, index < sources.length - 1)
    return {
      squares: { width: squares.width, top, height: squares.height },
      candidates: source.cases?.length ?? 0,
      chosen: chosenOf(source.cases).length,
    }
  })
  const taken = blocks.reduce((sum, { chosen }) => sum + chosen, 0)
  const chooserTop = taken === 0 ? openTop : 0
  const seats = { top: chooserTop + frame.chooserHead, height: taken === 0 ? emptySeats : taken * seatLine }
  const gap = frame.isTight ? gaps.tight : gaps.wide
  const layout = frame.ribbons === null ? null : flowLayout(blocks, { ...frame.ribbons, seats, gap })
  return { chooserTop, height: Math.max(height, seats.top + seats.height), layout }
}
