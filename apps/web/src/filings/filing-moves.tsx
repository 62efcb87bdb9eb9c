import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Case } from '@xushi/contract'
import { Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { useWords } from '../language/language.tsx'
import { Notice, ProblemState } from '../states/states.tsx'
import { filingWords } from './filings.words.ts'
import { Signs } from './signs.tsx'

/** What every filing has, as far as its moves need it. */
export type Movable = Pick<Case, 'id' | 'version' | 'state' | 'moves' | 'correctionAsked'>
/** A filing as it is on the screen, with the digest of exactly that. */
export type Shown = Movable & { readonly digest: string }

const moves = ['submission', 'approval', 'return', 'correction-request', 'withdrawal', 'delete'] as const
type Move = (typeof moves)[number]
type Asked = { readonly move: Move; readonly reason?: string }

/** How the moves of one kind are called; a kind leaves out what it does in its own way. */
export type MoveCalls = Partial<Record<Move, (filing: Shown, reason: string) => Promise<unknown>>>

/**
 * The moves that a person may make with a filing now, as buttons. What is approved or returned is what stands on the screen: if it
 * changed meanwhile, nothing happens.
 */
export function FilingMoves({ filing, calls, after }: { filing: Shown; calls: MoveCalls; after?: () => void }) {
  const says = useWords(filingWords)
  const client = useQueryClient()
  const [asking, setAsking] = useState<'return' | 'correction-request' | 'withdrawal' | null>(null)
  const [reason, setReason] = useState('')
  const [done, setDone] = useState<string | null>(null)
  const moving = useMutation({
    mutationFn: ({ move, reason = '' }: Asked) => calls[move]?.(filing, reason) ?? Promise.resolve(),
    onSuccess: (_, { move }) => {
      setDone(says.done[move])
      setAsking(null)
      setReason('')
      if (move === 'delete') after?.()
    },
    onSettled: () => client.invalidateQueries(),
  })
  const may = (move: Move) => filing.moves.includes(move) && calls[move] !== undefined
  const waits = filing.state === 'submitted' || filing.state === 'unit-reviewed'
  const none = moves.every((move) => !may(move))
  if (none && done === null) return null
  return (
    <section className="filing-moves">
      {done !== null && <Notice kind="done" title={done} />}
      <div className="choices">
        {may('submission') && (
          <Button type="primary" loading={moving.isPending} onClick={() => moving.mutate({ move: 'submission' })}>
            {says.submit}
          </Button>
        )}
        {may('approval') && (
          <Button
            disabled={asking !== null}
            loading={moving.isPending}
            onClick={() => moving.mutate({ move: 'approval' })}
          >
            {says.approve}
          </Button>
        )}
        {may('return') && (
          <Button aria-expanded={asking === 'return'} onClick={() => setAsking('return')}>
            {says.return}
          </Button>
        )}
        {may('correction-request') && (
          <Button aria-expanded={asking === 'correction-request'} onClick={() => setAsking('correction-request')}>
            {says.askCorrection}
          </Button>
        )}
        {may('withdrawal') &&
          (waits ? (
            <Button onClick={() => moving.mutate({ move: 'withdrawal' })}>{says.takeBack}</Button>
          ) : (
            <Button danger aria-expanded={asking === 'withdrawal'} onClick={() => setAsking('withdrawal')}>
              {says.withdraw}
            </Button>
          ))}
        {may('delete') && (
          <Popconfirm title={says.sureRemove} onConfirm={() => moving.mutate({ move: 'delete' })}>
            <Button>{says.remove}</Button>
          </Popconfirm>
        )}
      </div>
      {asking !== null && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (reason.trim() !== '') moving.mutate({ move: asking, reason: reason.trim() })
          }}
        >
          {asking === 'withdrawal' && <p className="second">{says.withdrawHint}</p>}
          {asking === 'correction-request' && <p className="second">{says.askCorrectionHint}</p>}
          <label className="note-field">
            {says.reason}
            <Input.TextArea
              rows={3}
              maxLength={2000}
              autoFocus
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </label>
          <div className="choices">
            <Button type="primary" htmlType="submit" disabled={reason.trim() === ''} loading={moving.isPending}>
              {says.confirm}
            </Button>
            <Button onClick={() => setAsking(null)}>{says.cancel}</Button>
          </div>
        </form>
      )}
      {moving.isError && <ProblemState error={moving.error} />}
      {may('approval') && (
        <>
          <Signs digest={filing.digest} />
          <p className="label">{says.separate}</p>
        </>
      )}
    </section>
  )
}
