import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { CallFailed } from '../api/call.ts'
import { useWords } from '../language/language.tsx'
import { Notice, ProblemState } from '../states/states.tsx'
import type { Movable } from './filing-moves.tsx'
import { filingWords } from './filings.words.ts'
import { TextField } from './form-fields.tsx'

type Draft = Pick<Movable, 'id' | 'version'>
/** Whether a draft is enough, or is handed in at once. */
type Then = 'save' | 'submit'

/** What the fields of a form are given. */
export type FieldsProps<Typed> = {
  readonly typed: Typed
  readonly set: (change: Partial<Typed>) => void
  /** Whether a draft is kept on the server already: what places it is settled then. */
  readonly isKept: boolean
  /** The fields that the server refused, as pointers: `/lag`. */
  readonly refused: readonly string[]
}

/** One kind of filing as its forms need it: what is typed, when that is enough, its fields, and the calls behind them. */
export type FilingFormParts<Typed> = {
  readonly isReady: (typed: Typed) => boolean
  readonly fields: (props: FieldsProps<Typed>) => ReactNode
  readonly edit: (typed: Typed, draft: Draft) => Promise<Draft>
  readonly submit: (draft: Draft) => Promise<unknown>
}

/** Files something new. What is typed stays until it was taken; a draft whose submission was refused is mended, not filed twice. */
export function NewFilingForm<Typed extends object>({
  opens,
  blank,
  record,
  parts,
}: {
  opens: string
  blank: Typed
  record: (typed: Typed) => Promise<Draft>
  parts: FilingFormParts<Typed>
}) {
  const says = useWords(filingWords)
  const [typed, setTyped] = useState(blank)
  const [draft, setDraft] = useState<Draft | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const write = async () => {
    const written = draft === null ? await record(typed) : await parts.edit(typed, draft)
    setDraft(written)
    return written
  }
  return (
    <details className="goal-form">
      <summary className="button">{opens}</summary>
      <FilingForm
        typed={typed}
        set={(change) => {
          setDone(null)
          setTyped({ ...typed, ...change })
        }}
        parts={parts}
        isKept={draft !== null}
        write={write}
        says={{ save: says.saveDraft, submit: says.submit }}
        settled={(then) => {
          setDone(then === 'save' ? says.drafted : says.done.submission)
          setTyped(blank)
          setDraft(null)
        }}
      />
      {done !== null && <Notice kind="done" title={done} />}
    </details>
  )
}

/**
 * Changes a filing that is there: mends a draft or a returned one, or corrects an approved one, with a reason. A correction whose
 * submission is refused is a draft by then, so the same form goes on mending it with everything that was typed.
 */
export function ChangeFilingForm<Typed extends object>({
  filing,
  start,
  correct,
  parts,
  settled,
}: {
  filing: Movable
  start: Typed
  correct: (typed: Typed, correction: Draft & { readonly reason: string }) => Promise<Draft>
  parts: FilingFormParts<Typed>
  settled: (said: string) => void
}) {
  const says = useWords(filingWords)
  const [typed, setTyped] = useState(start)
  const [reason, setReason] = useState('')
  const [isCorrection] = useState(!filing.moves.includes('edit'))
  const asksReason = !filing.moves.includes('edit')
  const ready = { ...parts, isReady: (now: Typed) => parts.isReady(now) && !(asksReason && reason.trim() === '') }
  return (
    <details className="goal-form">
      <summary className="button">{isCorrection ? says.correct : says.change}</summary>
      {asksReason && <p className="second">{says.correctHint}</p>}
      <FilingForm
        typed={typed}
        set={(change) => setTyped({ ...typed, ...change })}
        parts={ready}
        isKept
        write={() => (asksReason ? correct(typed, { ...filing, reason: reason.trim() }) : parts.edit(typed, filing))}
        says={isCorrection ? { save: says.saveCorrection, submit: says.submitCorrection } : says.ofChange}
        settled={(then) => settled(then === 'save' ? says.drafted : says.done.submission)}
        last={
          asksReason && <TextField label={says.correctReason} rows={3} most={2000} value={reason} change={setReason} />
        }
      />
    </details>
  )
}

type FormProps<Typed> = Omit<FieldsProps<Typed>, 'refused'> & {
  readonly parts: FilingFormParts<Typed>
  /** Puts down what is typed and gives the draft that came of it. */
  readonly write: () => Promise<Draft>
  readonly settled: (then: Then) => void
  readonly says: { readonly save: string; readonly submit: string }
  readonly last?: ReactNode
}

function FilingForm<Typed extends object>({ typed, set, parts, isKept, write, settled, says, last }: FormProps<Typed>) {
  const word = useWords(filingWords)
  const client = useQueryClient()
  const [isWritten, setWritten] = useState(false)
  const saving = useMutation({
    mutationFn: async (then: Then) => {
      setWritten(false)
      const draft = await write()
      setWritten(true)
      if (then === 'submit') await parts.submit(draft)
    },
    onSuccess: (_, then) => settled(then),
    onSettled: () => client.invalidateQueries(),
  })
  const ready = parts.isReady(typed)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !saving.isPending) saving.mutate('submit')
      }}
    >
      {parts.fields({ typed, set, isKept, refused: refusedBy(saving.error) })}
      {last}
      {saving.isError && <ProblemState error={saving.error}>{isWritten && <p>{word.draftKept}</p>}</ProblemState>}
      <div className="choices">
        <Button disabled={!ready} loading={saving.isPending} onClick={() => saving.mutate('save')}>
          {says.save}
        </Button>
        <Button type="primary" htmlType="submit" disabled={!ready} loading={saving.isPending}>
          {says.submit}
        </Button>
      </div>
    </form>
  )
}

/** The fields that the server refused, as pointers. */
export const refusedBy = (error: unknown): readonly string[] =>
  error instanceof CallFailed ? (error.problem?.errors ?? []).map(({ pointer }) => pointer) : []
