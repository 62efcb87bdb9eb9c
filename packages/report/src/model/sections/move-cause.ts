import type { Change } from '@xushi/contract'
import { changeSentence, percent } from '@xushi/wording'
import { actualText } from '../cells.ts'
import { sentenceOf, type Telling } from '../told.ts'
import type { StatusMove } from './status-moves.ts'

/** What is told in its own words as the cause of a move; all else is counted. */
const inWords: readonly Change['kind'][] = [
  'correction',
  'withdrawal',
  'decision',
  'exit',
  'merger',
  'milestone',
  'published',
]

/** So many are told in words; the table of corrections names all. */
const mostInWords = 3

/**
 * Why a status moved: the figure that moved, with what moved it; where it stands as before, the plan that went on. Entries and cases are
 * counted, so that none of them is taken for the only cause.
 */
export function moveCause({ target, was }: StatusMove, telling: Telling): string {
  const { material, says, language } = telling
  const own = material.changes.flatMap(({ change }) => (change.indicator?.id === target.id ? [change] : []))
  const [before, now] = [actualText(was, language), actualText(target, language)]
  const hasMoved = before !== now
  const parts = [
    ...(hasMoved ? [`${says.figureMoved(before, now)}${publishedText(target, telling)}`] : []),
    ...changedText(own, telling),
    ...(hasMoved || own.some(({ kind }) => inWords.includes(kind)) ? [] : [planMoved(was, target, telling)]),
  ]
  return sentenceOf(parts, telling, 'semicolon')
}

/** When the figure that counts was published, where it was. */
function publishedText({ id, actual, sourceOfRecord }: StatusMove['target'], { material, says, day }: Telling): string {
  if (sourceOfRecord !== 'national' || !actual.known) return ''
  const page = material.indicators.find((lines) => lines.page.judgement.id === id)?.page
  const figure = page?.published.find(({ on, value }) => on <= material.request.on && value === actual.value)
  return figure === undefined ? '' : says.publishedOn(day(figure.publishedOn))
}

function changedText(own: readonly Change[], { says, language }: Telling): readonly string[] {
  const told = own.filter(({ kind }) => inWords.includes(kind))
  const sentences = new Set(told.slice(0, mostInWords).map((change) => changeSentence(change, language)))
  const counted = [
    ...Map.groupBy(
      [...own.filter(({ kind }) => !inWords.includes(kind)), ...told.slice(mostInWords)],
      ({ kind }) => kind,
    ),
  ]
  const counts = counted.map(([kind, changes]) =>
    says.soMany(
      says.kinds[kind],
      changes.reduce((sum, { count }) => sum + count, 0),
    ),
  )
  return [...sentences, ...(counts.length === 0 ? [] : [counts.join(says.list)])]
}

/** The figure is the same: what is asked of it has grown, or the target has been judged for the first time. */
function planMoved(was: StatusMove['was'], target: StatusMove['target'], { says }: Telling): string {
  const [before, now] = [was.plan, target.plan]
  if (!before.known || !now.known || before.ratio === now.ratio) return says.timePassed
  return says.planMoved(percent(before.ratio), percent(now.ratio))
}
