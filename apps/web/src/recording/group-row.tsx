import type { EntryRow } from '@xushi/contract'
import { useText, useWords } from '../language/language.tsx'
import { type CellDrafts, contentOf, isOpen } from './cell-drafts.ts'
import { recordingWords } from './recording.words.ts'
import type { Group } from './recording-grid.tsx'

/** 沿用上期. */
export function sameAsLast({ past }: EntryRow): { text: string; absence: null } | Record<string, never> {
  const last = past.findLast(({ value }) => value !== null)
  return last === undefined ? {} : { text: String(last.value), absence: null }
}

/** The head of an indicator that is asked of many places. */
export function GroupRow(props: {
  readonly group: Group
  readonly width: number
  readonly isOpen: boolean
  readonly drafts: CellDrafts
  readonly toggle: () => void
}) {
  const says = useWords(recordingWords)
  const text = useText()
  const { rows } = props.group
  const [first] = rows
  const said = rows.filter((row) => contentOf(row, props.drafts.typedIn(row)) !== null)
  const yes = said.filter((row) => props.drafts.typedIn(row).text === '1')
  const same = () => {
    for (const row of rows)
      if (isOpen(row)) props.drafts.type(row, { ...props.drafts.typedIn(row), ...sameAsLast(row) }, 'now')
  }
  return (
    <tr className="group-row">
      <th scope="row">
        <span className="goal-number">{first.goal}</span>
        {text(first.name)}
      </th>
      <td className="second asked">
        {first.yesNo ? says.yesNoAs : says.typed[first.typed ?? 'period']}，{says.places(rows.length)}
      </td>
      <td colSpan={props.width} className="past">
        <button type="button" className="button quiet" onClick={same}>
          {says.keys.same}
        </button>
      </td>
      <td className="number now">
        <b>{says.inPlace(first.yesNo ? yes.length : said.length, rows.length)}</b>
      </td>
      <td>
        <button type="button" className="button quiet" aria-expanded={props.isOpen} onClick={props.toggle}>
          {props.isOpen ? says.collapse : says.expand}
        </button>
      </td>
    </tr>
  )
}
