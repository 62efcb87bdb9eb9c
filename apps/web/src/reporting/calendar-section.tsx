import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Calendar, closePeriod, reopenPeriod } from '@xushi/contract'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { useText, useWords } from '../language/language.tsx'
import { Notice, ProblemState } from '../states/states.tsx'
import { ExceptionForm } from './exception-form.tsx'
import { reportingWords } from './reporting.words.ts'

type Part = { readonly calendar: Calendar; readonly mayManage: boolean }
type Row = Calendar['periods'][number]

/** 填报日历: deadlines as they are moved, what is closed and why, and who may hand in later. */
export function CalendarSection({ calendar, mayManage }: Part) {
  const says = useWords(reportingWords)
  const years = calendar.years.map(({ year }) => year).join(says.and)
  return (
    <section className="calendar">
      <div className="section-head">
        <h2>{says.calendarHead}</h2>
        <span className="label">{says.rule(calendar.deadlineDay)}</span>
      </div>
      <p className="second">{says.years(years)}</p>
      <Periods calendar={calendar} mayManage={mayManage} />
      <div className="section-head">
        <h2>{says.exceptionsHead}</h2>
      </div>
      <Exceptions calendar={calendar} />
      {mayManage && <ExceptionForm calendar={calendar} />}
    </section>
  )
}

function Periods({ calendar, mayManage }: Part) {
  const says = useWords(reportingWords)
  const [asking, setAsking] = useState<string | null>(null)
  const asked = calendar.periods.find(({ period }) => period === asking)
  return (
    <>
      {asked !== undefined && (
        <MoveForm key={asked.period} programme={calendar.programme} row={asked} end={() => setAsking(null)} />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section className="table-window" aria-label={says.calendarHead} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th>{says.period}</th>
              <th>{says.deadline}</th>
              <th>{says.state}</th>
              <th>{says.who}</th>
              {mayManage && <th className="no-print" aria-label={says.close} />}
            </tr>
          </thead>
          <tbody>
            {calendar.periods.map((row) => (
              <tr key={row.period}>
                <td>{row.period}</td>
                <td>{row.deadline}</td>
                <td>{says[stateOf(row, calendar.today)]}</td>
                <td className="second">{row.closed !== null && `${row.closed.by.name}：${row.closed.reason}`}</td>
                {mayManage && (
                  <td className="no-print">
                    {row.endsOn <= calendar.today && (
                      <button type="button" className="button quiet" onClick={() => setAsking(row.period)}>
                        {row.closed === null ? says.close : says.reopen}{' '}
                        <span className="visually-hidden">{row.period}</span>
                      </button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

function stateOf({ closed, endsOn, backfill }: Row, today: string): 'closed' | 'running' | 'backfilled' | 'open' {
  if (closed !== null) return 'closed'
  if (endsOn > today) return 'running'
  return backfill ? 'backfilled' : 'open'
}

/** Closes or reopens a period once a reason is given. */
function MoveForm({ programme, row, end }: { programme: string; row: Row; end: () => void }) {
  const says = useWords(reportingWords)
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const moving = useMutation({
    mutationFn: () =>
      call(row.closed === null ? closePeriod : reopenPeriod, {
        body: { programme, period: row.period, reason: reason.trim() },
      }),
    onSuccess: end,
    onSettled: () => client.invalidateQueries(),
  })
  return (
    <Notice kind="warning" title={row.closed === null ? says.closeAsk(row.period) : says.reopenAsk(row.period)}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim() !== '') moving.mutate()
        }}
      >
        <label className="note-field">
          {says.reason}
          <Input.TextArea
            rows={2}
            maxLength={2000}
            autoFocus
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
        {moving.isError && <ProblemState error={moving.error} />}
        <div className="choices">
          <Button type="primary" htmlType="submit" disabled={reason.trim() === ''} loading={moving.isPending}>
            {row.closed === null ? says.close : says.reopen}
          </Button>
          <Button onClick={end}>{says.cancel}</Button>
        </div>
      </form>
    </Notice>
  )
}

function Exceptions({ calendar }: { calendar: Calendar }) {
  const says = useWords(reportingWords)
  const text = useText()
  if (calendar.exceptions.length === 0) return <p className="second quiet-line">{says.noExceptions}</p>
  return (
    <ul className="deadline-exceptions">
      {calendar.exceptions.map(({ id, unit, indicator, period, untilOn, reason, by, expired }) => (
        <li key={id}>
          <b>{text(unit.name)}</b> {indicator} {period} {says.until} {untilOn} {expired && `（${says.expired}）`}
          <span className="second">
            {reason}　{by.name}
          </span>
        </li>
      ))}
    </ul>
  )
}
