import type { EntryRow } from '@xushi/contract'
import { useText, useWords } from '../language/language.tsx'
import { Notice } from '../states/states.tsx'
import { keyOf } from './cell-drafts.ts'
import type { Pasted } from './paste-cells.ts'
import { recordingWords } from './recording.words.ts'

/** What became of a paste: how many cells were filled, and each that was not, with the reason. */
export function PasteSummary({ pasted, rows }: { pasted: Pasted; rows: readonly EntryRow[] }) {
  const says = useWords(recordingWords)
  const text = useText()
  const { filled, wrong, beyond, unknownGoals } = pasted
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  const isClean = wrong.length === 0 && beyond === 0 && unknownGoals.length === 0
  return (
    <Notice kind={isClean ? 'done' : 'warning'} title={says.pasted(filled.length)}>
      {wrong.length > 0 && (
        <>
          <p>{says.pastedWrong(wrong.length)}</p>
          <ul>
            {wrong.map(({ key, text: value }) => {
              const row = byKey.get(key)
              return (
                <li key={key}>
                  {row?.goal} {row === undefined ? '' : text(row.name)}：“{value}”
                </li>
              )
            })}
          </ul>
        </>
      )}
      {beyond > 0 && <p>{says.pastedBeyond(beyond)}</p>}
      {unknownGoals.length > 0 && <p>{says.pastedUnknown(unknownGoals.join('、'))}</p>}
    </Notice>
  )
}
