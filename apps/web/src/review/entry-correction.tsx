import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { correctProgress, editProgress, type LagReason, type ProgressEntry, submitProgress } from '@xushi/contract'
import { exactNumber } from '@xushi/wording'
import { Button } from 'antd'
import { useState } from 'react'
import { CallFailed, call } from '../api/call.ts'
import { entriesQuery, entryChecksQuery } from '../api/queries.ts'
import { useProgramme } from '../app/address.ts'
import { Field, LineField, TextField } from '../filings/form-fields.tsx'
import { blankLag, LagFields } from '../lag/lag-fields.tsx'
import { useText, useWords } from '../language/language.tsx'
import { Findings } from '../recording/findings.tsx'
import { readTypedValue } from '../recording/typed-value.ts'
import { ProblemState } from '../states/states.tsx'
import { useIndicators } from './review.page.tsx'
import { reviewWords } from './review.words.ts'
import { useRenew } from './use-renew.ts'

type Props = { readonly entry: ProgressEntry; readonly settled: (said: string) => void }

/** 更正 of an approved entry; where a draft of it was begun already, that one is gone on with. */
export function Correction({ entry, settled }: Props) {
  const says = useWords(reviewWords)
  const { indicator, region, period } = entry
  const query = useQuery(entriesQuery({ indicator, region, period, limit: 100 }))
  if (query.data === undefined) return null
  const corrections = query.data.entries.filter(({ supersedes }) => supersedes === entry.id)
  const waiting = corrections.find(({ state }) => state === 'submitted' || state === 'unit-reviewed')
  if (waiting !== undefined)
    return (
      <p className="second">
        <Link to="/entries/$id" params={{ id: waiting.id }}>
          {says.correctionWaits}
        </Link>
      </p>
    )
  const begun = corrections.find(({ moves }) => moves.includes('edit'))
  return <CorrectionForm entry={entry} begun={begun ?? null} settled={settled} />
}

/** A draft of a correction, at its own address. */
export const BegunCorrection = ({ entry, settled }: Props) => (
  <CorrectionForm entry={entry} begun={entry} settled={settled} />
)

type Draft = Pick<ProgressEntry, 'id' | 'version' | 'correctionReason'>

/**
 * The form of a correction. What the server refuses is said at its place, and everything typed stays: the draft that a refused submission
 * leaves behind is mended by the next one.
 */
function CorrectionForm({ entry, begun, settled }: Props & { begun: ProgressEntry | null }) {
  const says = useWords(reviewWords)
  const of = useIndicators().get(entry.indicator)
  const causes = useProgramme(entry.programme)?.lagCauses ?? []
  const renew = useRenew()
  const shown = begun ?? entry
  const [value, setValue] = useState(shown.value === null ? '' : String(shown.value))
  const [note, setNote] = useState(shown.note)
  const [reason, setReason] = useState('')
  const [lag, setLag] = useState<LagReason | null>(null)
  const [draft, setDraft] = useState<Draft | null>(begun)
  const reading = readTypedValue(value, of?.decimals ?? 0)
  const correcting = useMutation({
    mutationFn: async () => {
      if (reading.is !== 'value') throw new Error('no value to correct to')
      const content = { value: reading.value, note: note.trim() }
      const written = await (draft === null
        ? call(correctProgress, {
            params: { id: entry.id },
            body: { version: entry.version, reason: reason.trim(), ...content },
          })
        : call(editProgress, { params: { id: draft.id }, body: { version: draft.version, ...content } }))
      setDraft(written)
      const body = { version: written.version, ...(lag !== null && { lag }) }
      return call(submitProgress, { params: { id: written.id }, body })
    },
    onSuccess: () => settled(says.corrected),
    onSettled: renew,
  })
  const refused = refusedBy(correcting.error)
  const ready = reading.is === 'value' && (draft !== null || reason.trim() !== '')
  return (
    <form
      className="decision"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !correcting.isPending) correcting.mutate()
      }}
    >
      <div className="section-head">
        <h2>{says.correct}</h2>
      </div>
      <p className="second">{says.correctHint}</p>
      <LineField
        label={says.newValue}
        keypad="decimal"
        isWrong={reading.is === 'refused' || refused.includes('/value')}
        value={value}
        change={setValue}
        under={<ReadValue reading={reading} of={of} />}
      />
      {correcting.isError && draft !== null && <DraftFindings id={draft.id} decimals={of?.decimals ?? 0} />}
      <TextField label={says.note} most={2000} isWrong={refused.includes('/note')} value={note} change={setNote} />
      {(lag !== null || refused.some((pointer) => pointer.startsWith('/lag'))) && (
        <LagFields of="value" lag={lag ?? blankLag} causes={causes} change={setLag} refused={refused} />
      )}
      {draft === null ? (
        <TextField label={says.correctReason} rows={3} most={2000} value={reason} change={setReason} />
      ) : (
        <Field label={says.correctionReason}>{draft.correctionReason}</Field>
      )}
      {correcting.isError && (
        <ProblemState error={correcting.error}>{draft !== null && <p>{says.correctionKept}</p>}</ProblemState>
      )}
      <div className="choices">
        <Button htmlType="submit" type="primary" disabled={!ready} loading={correcting.isPending}>
          {says.correctStart}
        </Button>
      </div>
    </form>
  )
}

type Of = { readonly decimals: number; readonly unit: { zh: string; en: string } } | undefined

function ReadValue({ reading, of }: { reading: ReturnType<typeof readTypedValue>; of: Of }) {
  const text = useText()
  if (of === undefined) return null
  return (
    <>
      {reading.is === 'value' && `＝${exactNumber(reading.value, of.decimals)} `}
      {text(of.unit)}
    </>
  )
}

/** Which rules the draft breaks, where its submission was refused. */
function DraftFindings({ id, decimals }: { id: string; decimals: number }) {
  const { data } = useQuery(entryChecksQuery(id))
  const findings = (data?.rules ?? []).flatMap(({ finding }) => finding ?? [])
  return <Findings findings={findings} decimals={decimals} forReviewer />
}

/** The fields that the server refused, as pointers. */
const refusedBy = (error: unknown): readonly string[] =>
  error instanceof CallFailed ? (error.problem?.errors ?? []).map(({ pointer }) => pointer) : []
