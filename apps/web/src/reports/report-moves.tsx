import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { deleteReport, issueReport, type ReportPage, returnReport, submitReport, withdrawReport } from '@xushi/contract'
import { Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { useWords } from '../language/language.tsx'
import { ProblemState } from '../states/states.tsx'
import { reportsWords } from './reports.words.ts'

type Move = 'submit' | 'issue' | 'return' | 'withdraw' | 'delete'

/** What may be done with a report now: send, issue by the digest that is on screen, give back, withdraw, delete. */
export function ReportMoves({ report }: { report: ReportPage }) {
  const says = useWords(reportsWords)
  const client = useQueryClient()
  const navigate = useNavigate()
  const [asks, setAsks] = useState<'return' | 'withdraw' | null>(null)
  const [reason, setReason] = useState('')
  const { id, version, digest, moves, making } = report
  const moving = useMutation({
    mutationFn: (move: Move) => send(move, report, reason.trim()),
    onSuccess: async (next, move) => {
      setAsks(null)
      if (move === 'delete') await navigate({ to: '/reports' })
      else if (next !== undefined) client.setQueryData(['reports', 'one', id], next)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['reports'] }),
  })
  const has = (move: Move) => moves.includes(move)
  const sure = (move: Move, word: string, hint: string, type?: 'primary') => (
    <Popconfirm
      key={`${move} ${version}`}
      title={word}
      description={<span className="report-sure">{hint}</span>}
      okText={word}
      cancelText={says.keep}
      onConfirm={() => moving.mutate(move)}
    >
      <Button {...(type !== undefined && { type })} loading={moving.isPending && moving.variables === move}>
        {word}
      </Button>
    </Popconfirm>
  )
  return (
    <section className="report-moves no-print">
      {has('submit') && sure('submit', says.submit, says.submitSure, 'primary')}
      {has('issue') &&
        digest !== null &&
        making.state === 'ready' &&
        sure('issue', says.issue, says.issueSure, 'primary')}
      {has('return') && <Button onClick={() => setAsks('return')}>{says.back}</Button>}
      {has('withdraw') && <Button onClick={() => setAsks('withdraw')}>{says.withdraw}</Button>}
      {has('delete') && sure('delete', says.remove, says.removeSure)}
      {asks !== null && (
        <form
          className="report-reason"
          onSubmit={(event) => {
            event.preventDefault()
            if (reason.trim() !== '') moving.mutate(asks)
          }}
        >
          <label>
            <span>{says.reason}</span>
            <Input.TextArea
              autoFocus
              rows={2}
              maxLength={2000}
              placeholder={says.reasonHint}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </label>
          <Button htmlType="submit" type="primary" disabled={reason.trim() === ''} loading={moving.isPending}>
            {asks === 'return' ? says.back : says.withdraw}
          </Button>{' '}
          <Button onClick={() => setAsks(null)}>{says.keep}</Button>
        </form>
      )}
      {moving.isError && <ProblemState error={moving.error} />}
    </section>
  )
}

function send(move: Move, { id, version, digest }: ReportPage, reason: string): Promise<ReportPage | undefined> {
  const params = { id }
  switch (move) {
    case 'submit':
      return call(submitReport, { params, body: { version } })
    case 'issue':
      return call(issueReport, { params, body: { version, digest: digest ?? '' } })
    case 'return':
      return call(returnReport, { params, body: { version, reason } })
    case 'withdraw':
      return call(withdrawReport, { params, body: { version, reason } })
    case 'delete':
      return call(deleteReport, { params, querystring: { version } }).then(() => undefined)
    default:
      return move satisfies never
  }
}
