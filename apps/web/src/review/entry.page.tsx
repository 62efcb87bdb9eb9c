import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { askProgressCorrection, type ProgressEntry, withdrawProgress } from '@xushi/contract'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { entryQuery } from '../api/queries.ts'
import { AntFrame } from '../app/ant-frame.tsx'
import { useTitle } from '../app/title.ts'
import { useWords } from '../language/language.tsx'
import { Notice, ProblemState, QueryState } from '../states/states.tsx'
import { Decision } from './decision.tsx'
import { BegunCorrection, Correction } from './entry-correction.tsx'
import { EntryDetail } from './entry-detail.tsx'
import { reviewWords } from './review.words.ts'
import { useRenew } from './use-renew.ts'

/** One entry by its address: what it says, what happened to it, and what the person who looks may do. */
export function EntryPage() {
  const says = useWords(reviewWords)
  const { id } = useParams({ from: '/entries/$id' })
  const query = useQuery(entryQuery(id))
  const [done, setDone] = useState<string | null>(null)
  useTitle(says.entry)
  return (
    <AntFrame>
      <h1>{says.entry}</h1>
      {done !== null && <Notice kind="done" title={done} />}
      <QueryState query={query}>
        {({ entry, digest }) => (
          <div className="entry-page">
            <EntryDetail id={entry.id} />
            <div>
              {entry.moves.includes('approval') && (
                <Decision entry={entry} digest={digest} key={entry.version} settled={setDone} />
              )}
              {entry.moves.includes('correction') && <Correction entry={entry} settled={setDone} />}
              {entry.supersedes !== null && entry.moves.includes('edit') && (
                <BegunCorrection entry={entry} settled={setDone} />
              )}
              {entry.moves.includes('correction-request') && <CorrectionRequest entry={entry} settled={setDone} />}
              {entry.state === 'approved' && entry.moves.includes('withdrawal') && (
                <Withdrawal entry={entry} settled={setDone} />
              )}
            </div>
          </div>
        )}
      </QueryState>
    </AntFrame>
  )
}

type Settling = { readonly entry: ProgressEntry; readonly settled: (said: string) => void }

/** 待更正: the approver asks, the recorder corrects; until then the value counts. */
function CorrectionRequest({ entry, settled }: Settling) {
  const says = useWords(reviewWords)
  return (
    <ReasonedAct
      says={{ title: says.askCorrection, hint: says.askCorrectionHint, reason: says.askReason }}
      act={(reason) =>
        call(askProgressCorrection, { params: { id: entry.id }, body: { version: entry.version, reason } })
      }
      settled={() => settled(says.asked)}
    />
  )
}

function Withdrawal({ entry, settled }: Settling) {
  const says = useWords(reviewWords)
  return (
    <ReasonedAct
      danger
      says={{ title: says.withdraw, hint: says.withdrawHint, reason: says.withdrawReason }}
      act={(reason) => call(withdrawProgress, { params: { id: entry.id }, body: { version: entry.version, reason } })}
      settled={() => settled(says.withdrawn)}
    />
  )
}

type Act = {
  readonly says: { readonly title: string; readonly hint: string; readonly reason: string }
  readonly act: (reason: string) => Promise<unknown>
  readonly settled: () => void
  readonly danger?: boolean
}

/** Something that is done to an entry with a reason, and only with one. */
function ReasonedAct({ says, act, settled, danger = false }: Act) {
  const renew = useRenew()
  const [reason, setReason] = useState('')
  const doing = useMutation({ mutationFn: () => act(reason.trim()), onSuccess: settled, onSettled: renew })
  return (
    <form
      className="decision"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '') doing.mutate()
      }}
    >
      <div className="section-head">
        <h2>{says.title}</h2>
      </div>
      <p className="second">{says.hint}</p>
      <label className="note-field">
        {says.reason}
        <Input.TextArea rows={3} maxLength={2000} value={reason} onChange={({ target }) => setReason(target.value)} />
      </label>
      {doing.isError && <ProblemState error={doing.error} />}
      <div className="choices">
        <Button htmlType="submit" danger={danger} disabled={reason.trim() === ''} loading={doing.isPending}>
          {says.title}
        </Button>
      </div>
    </form>
  )
}
