import type { EntryRow } from '@xushi/contract'
import { useText, useWords } from '../language/language.tsx'
import { Notice } from '../states/states.tsx'
import { keyOf } from './cell-drafts.ts'
import type { Pasted, PasteRefusal, RefusedLine } from './paste-cells.ts'
import { recordingWords } from './recording.words.ts'

/** Lines told one by one; what is beyond stands whole in the text below them. */
const toldOneByOne = 50

/**
 * What became of a paste: how many cells were filled, and each line that was not taken, by its place and with the reason. Those lines
 * stay as they were pasted, to be mended and pasted again.
 */
export function PasteSummary({ pasted, rows }: { pasted: Pasted; rows: readonly EntryRow[] }) {
  const says = useWords(recordingWords)
  const { filled, refused, blank, unused } = pasted
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  return (
    <Notice kind={refused.length === 0 ? 'done' : 'warning'} title={says.pasted(filled.length)}>
      {blank > 0 && <p>{says.pastedBlank(blank)}</p>}
      {unused > 0 && <p>{says.pastedUnused(unused)}</p>}
      {refused.length > 0 && (
        <>
          <p>{says.pastedRefused(refused.length)}</p>
          <ul className="paste-refused">
            {refused.slice(0, toldOneByOne).map((one) => (
              <Refused key={one.line} one={one} row={one.key === null ? undefined : byKey.get(one.key)} />
            ))}
          </ul>
          {refused.length > toldOneByOne && <p>{says.pastedMore(refused.length - toldOneByOne)}</p>}
          <details className="paste-whole">
            <summary>{says.pastedWhole}</summary>
            <textarea
              readOnly
              rows={Math.min(8, refused.length + 1)}
              aria-label={says.pastedWhole}
              value={refused.map(({ whole }) => whole).join('\n')}
              onFocus={({ target }) => target.select()}
            />
          </details>
        </>
      )}
    </Notice>
  )
}

function Refused({ one, row }: { one: RefusedLine; row: EntryRow | undefined }) {
  const says = useWords(recordingWords)
  const text = useText()
  const { line, column, refusal, whole } = one
  // A line that met no cell is told whole: its other columns say what it meant.
  const said = row === undefined ? whole.trim().replace(/\t+/g, '　') : one.text
  return (
    <li>
      {says.pastedPlace(line, column)} “{said}”
      {row !== undefined && `（${row.goal} ${text(row.name)}，${text(row.regionName)}）`}：{told(refusal, says)}
    </li>
  )
}

type Says = {
  readonly strange: (letter: string) => string
  readonly typedWrong: Readonly<Record<'not-a-number' | 'too-many-places' | 'too-large' | 'negative', string>>
  readonly pasteWhy: Readonly<Record<'not-yes-or-no' | 'no-cell' | 'unknown-goal' | 'which-place' | 'twice', string>>
}

function told(refusal: PasteRefusal, says: Says): string {
  switch (refusal.why) {
    case 'not-a-number':
    case 'too-many-places':
    case 'too-large':
    case 'negative':
      return refusal.at === undefined ? says.typedWrong[refusal.why] : says.strange(refusal.at)
    default:
      return says.pasteWhy[refusal.why]
  }
}
