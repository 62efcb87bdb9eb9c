import { useMutation, useQueryClient } from '@tanstack/react-query'
import { approveManyProgress, type ManyResults, type ReviewItem, returnManyProgress } from '@xushi/contract'
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { call } from '../api/call.ts'
import { useText, useWords } from '../language/language.tsx'
import { Notice, ProblemState } from '../states/states.tsx'
import { reviewWords } from './review.words.ts'

/** What was shown: an entry in exactly this content. */
export const shownKey = ({ entry, digest }: ReviewItem) => `${entry.id} ${digest}`

type Props = {
  readonly items: readonly ReviewItem[]
  readonly seen: ReadonlySet<string>
  readonly line: (item: ReviewItem) => ReactNode
}

/** Entries without a flag: those that were opened may be selected and handled together, each signed by itself. */
export function CleanPart({ items, seen, line }: Props) {
  const says = useWords(reviewWords)
  const text = useText()
  const client = useQueryClient()
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => new Set())
  const [reason, setReason] = useState('')
  const [returning, setReturning] = useState(false)
  const chosen = items.filter((item) => selected.has(shownKey(item)) && seen.has(shownKey(item)))
  const acting = useMutation({
    mutationFn: async (act: 'approve' | 'return'): Promise<ManyResults> => {
      const entries = chosen.map(({ entry: { id, version }, digest }) => ({ id, version, digest }))
      if (act === 'approve') return call(approveManyProgress, { body: { entries } })
      return call(returnManyProgress, { body: { entries, reason: reason.trim() } })
    },
    onSuccess: () => {
      setSelected(new Set())
      setReturning(false)
      setReason('')
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['entries'] }),
        client.invalidateQueries({ queryKey: ['figures'] }),
      ]),
  })
  const toggle = (key: string) =>
    setSelected((all) => {
      const next = new Set(all)
      if (!next.delete(key)) next.add(key)
      return next
    })
  const seenCount = items.filter((item) => seen.has(shownKey(item))).length
  return (
    <section className="clean-part">
      {items.length > 0 && (
        <>
          <div className="section-head">
            <h2>
              {says.clean} <span className="label">{says.cleanHint}</span>
            </h2>
            <span className="label">{says.seen(seenCount, items.length)}</span>
          </div>
          <ul className="queue">
            {items.map((item) => {
              const key = shownKey(item)
              return (
                <li className="selectable" key={key}>
                  <input
                    type="checkbox"
                    aria-label={says.select(`${text(item.entry.unit.name)} ${item.goal}`)}
                    title={seen.has(key) ? undefined : says.seeFirst}
                    disabled={!seen.has(key)}
                    checked={selected.has(key) && seen.has(key)}
                    onChange={() => toggle(key)}
                  />
                  {line(item)}
                </li>
              )
            })}
          </ul>
          <div className="choices">
            <Button
              disabled={chosen.length === 0 || returning}
              loading={acting.isPending && acting.variables === 'approve'}
              onClick={() => acting.mutate('approve')}
            >
              {says.approveMany(chosen.length)}
            </Button>
            <Button disabled={chosen.length === 0} aria-expanded={returning} onClick={() => setReturning(!returning)}>
              {says.returnMany(chosen.length)}
            </Button>
            <span className="label">{says.eachSigned}</span>
          </div>
          {returning && (
            <form
              onSubmit={(event) => {
                event.preventDefault()
                if (reason.trim() !== '') acting.mutate('return')
              }}
            >
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
              <Button type="primary" htmlType="submit" disabled={reason.trim() === ''} loading={acting.isPending}>
                {says.confirmReturn}
              </Button>
            </form>
          )}
        </>
      )}
      {acting.isError && <ProblemState error={acting.error} />}
      {acting.data !== undefined && <Results results={acting.data.results} wasReturn={acting.variables === 'return'} />}
    </section>
  )
}

function Results({ results, wasReturn }: { results: ManyResults['results']; wasReturn: boolean }) {
  const says = useWords(reviewWords)
  const refused = results.filter(({ problem }) => problem !== null)
  const count = results.length - refused.length
  return (
    <>
      {count > 0 && <Notice kind="done" title={wasReturn ? says.returnedMany(count) : says.approvedMany(count)} />}
      {refused.length > 0 && (
        <Notice kind="warning" title={says.refusedMany(refused.length)}>
          <ul>
            {refused.map(({ id, problem }) => (
              <li key={id}>{problem?.detail}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
