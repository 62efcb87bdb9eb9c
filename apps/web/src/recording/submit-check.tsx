import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { EntryRow } from '@xushi/contract'
import { exactNumber } from '@xushi/wording'
import { Button } from 'antd'
import { CallFailed } from '../api/call.ts'
import { useText, useWords } from '../language/language.tsx'
import { Notice } from '../states/states.tsx'
import { type CellDrafts, keyOf } from './cell-drafts.ts'
import { handIn } from './cell-panel.tsx'
import { type CellState, cellState, isHeldBack, isReady } from './cell-state.ts'
import { recordingWords } from './recording.words.ts'

type Props = {
  readonly rows: readonly EntryRow[]
  readonly drafts: CellDrafts
  readonly choose: (row: EntryRow) => void
  readonly close: () => void
}
type Refused = { readonly row: EntryRow; readonly why: string }

/** 核对并提交: what can be handed in with its value, what cannot and why, and then all of it, each with its own result. */
export function SubmitCheck({ rows, drafts, choose, close }: Props) {
  const says = useWords(recordingWords)
  const client = useQueryClient()
  const states = rows.map((row) => ({ row, state: cellState(row, drafts) }))
  const ready = states.filter(({ state }) => isReady(state)).map(({ row }) => row)
  const notReady = states.filter(({ state }) => isHeldBack(state))
  const submitting = useMutation({
    mutationFn: async (all: readonly EntryRow[]) => {
      const refused: Refused[] = []
      for (const row of all) {
        try {
          if ((await handIn(row, drafts)) === null) refused.push({ row, why: says.notSaved })
        } catch (error) {
          if (!(error instanceof CallFailed)) throw error
          refused.push({ row, why: error.problem?.detail ?? says.lost })
        }
      }
      return { submitted: all.length - refused.length, refused }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['entries'] }),
  })
  const result = submitting.data
  return (
    <section className="submit-check" aria-label={says.summary}>
      <div className="section-head">
        <h2>{says.summary}</h2>
        <button type="button" className="button quiet" onClick={close}>
          {says.close}
        </button>
      </div>
      {result !== undefined && result.submitted > 0 && (
        <Notice kind="done" title={says.submittedMany(result.submitted)} />
      )}
      {result !== undefined && result.refused.length > 0 && (
        <Notice kind="warning" title={says.refusedMany(result.refused.length)}>
          <ul>
            {result.refused.map(({ row, why }) => (
              <li key={keyOf(row)}>
                <RowName row={row} choose={choose} />：{why}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {ready.length > 0 && (
        <>
          <h3>{says.ready}</h3>
          <ul className="check-list">
            {ready.map((row) => (
              <li key={keyOf(row)}>
                <RowName row={row} choose={choose} />
                <Value row={row} drafts={drafts} />
              </li>
            ))}
          </ul>
        </>
      )}
      {notReady.length > 0 && (
        <>
          <h3>{says.notReady}</h3>
          <ul className="check-list">
            {notReady.map(({ row, state }) => (
              <li key={keyOf(row)}>
                <RowName row={row} choose={choose} />
                <span className="wrong">{whyNot(says, state)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Button
        type="primary"
        disabled={ready.length === 0}
        loading={submitting.isPending}
        onClick={() => submitting.mutate(ready)}
      >
        {says.confirmSubmit(ready.length)}
      </Button>
    </section>
  )
}

function whyNot(says: ReturnType<typeof useWords<(typeof recordingWords)['zh']>>, state: CellState): string {
  if (state === 'explain' || state === 'lag' || state === 'barred') return says.notReadyWhy[state]
  return says.states.local
}

function RowName({ row, choose }: { row: EntryRow; choose: (row: EntryRow) => void }) {
  const text = useText()
  return (
    <button type="button" className="link" onClick={() => choose(row)}>
      {row.goal} {text(row.name)}　{text(row.regionName)}
    </button>
  )
}

function Value({ row, drafts }: { row: EntryRow; drafts: CellDrafts }) {
  const says = useWords(recordingWords)
  const text = useText()
  const { entry } = row
  const typed = drafts.typedIn(row)
  if (typed.absence !== null) return <b>{typed.absence === 'withheld' ? says.withheld : says.notApplicable}</b>
  if (row.yesNo) return <b>{typed.text === '1' ? says.yes : says.no}</b>
  return (
    <b>
      {entry?.value == null ? typed.text : exactNumber(entry.value, row.decimals)} {text(row.unitOfMeasure)}
    </b>
  )
}
