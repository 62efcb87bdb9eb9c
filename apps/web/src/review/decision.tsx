import { useMutation, useQueryClient } from '@tanstack/react-query'
import { approveProgress, type ProgressEntry, returnProgress } from '@xushi/contract'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { Signs } from '../filings/signs.tsx'
import { useWords } from '../language/language.tsx'
import { ProblemState } from '../states/states.tsx'
import { reviewWords } from './review.words.ts'

/** Approve, or return with a reason. What is approved is the version on the screen: if it changed meanwhile, nothing happens. */
export function Decision({
  entry,
  digest,
  settled,
}: {
  entry: ProgressEntry
  digest: string
  settled: (said: string) => void
}) {
  const says = useWords(reviewWords)
  const client = useQueryClient()
  const [returning, setReturning] = useState(false)
  const [reason, setReason] = useState('')
  const renew = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['entries'] }),
      client.invalidateQueries({ queryKey: ['figures'] }),
    ])
  const params = { id: entry.id }
  const approving = useMutation({
    mutationFn: () => call(approveProgress, { params, body: { version: entry.version, digest } }),
    onSuccess: ({ state }) => settled(state === 'approved' ? says.approved : says.unitApproved),
    onSettled: renew,
  })
  const sendingBack = useMutation({
    mutationFn: () => call(returnProgress, { params, body: { version: entry.version, reason: reason.trim(), digest } }),
    onSuccess: () => settled(says.returned),
    onSettled: renew,
  })
  return (
    <section className="decision">
      <div className="section-head">
        <h2>{says.decision}</h2>
      </div>
      <div className="choices">
        <Button
          size="large"
          data-act="approve"
          onClick={() => approving.mutate()}
          loading={approving.isPending}
          disabled={returning}
        >
          {says.approve}
        </Button>
        <Button
          size="large"
          type={returning ? 'primary' : 'default'}
          data-act="return"
          aria-expanded={returning}
          onClick={() => setReturning(true)}
        >
          {says.return}
        </Button>
      </div>
      {returning && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (reason.trim() !== '') sendingBack.mutate()
          }}
        >
          <div className="choices">
            {says.reasons.map((word) => (
              <button
                type="button"
                key={word}
                className="button"
                onClick={() => setReason(reason === '' ? word : `${reason}；${word}`)}
              >
                {word}
              </button>
            ))}
          </div>
          <label className="note-field">
            {says.reason}
            <Input.TextArea
              rows={4}
              maxLength={2000}
              autoFocus
              placeholder={says.reasonHint}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </label>
          <div className="choices">
            <Button type="primary" htmlType="submit" disabled={reason.trim() === ''} loading={sendingBack.isPending}>
              {says.confirmReturn}
            </Button>
            <Button onClick={() => setReturning(false)}>{says.cancel}</Button>
          </div>
        </form>
      )}
      {(approving.isError || sendingBack.isError) && <ProblemState error={approving.error ?? sendingBack.error} />}
      <Signs digest={digest} />
      <p className="label">{says.separate}</p>
    </section>
  )
}
