import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Reminders, switchReminders } from '@xushi/contract'
import { shanghaiTime } from '@xushi/wording'
import { Switch } from 'antd'
import { useId } from 'react'
import { call } from '../api/call.ts'
import { remindersQuery } from '../api/queries.ts'
import { useWords } from '../language/language.tsx'
import { ProblemState, QueryState } from '../states/states.tsx'
import { reportingWords } from './reporting.words.ts'

/** 自动催报: whether units are reminded by themselves, and what went out. */
export function AutoReminders({ programme, mayManage }: { programme: string; mayManage: boolean }) {
  const says = useWords(reportingWords)
  const query = useQuery(remindersQuery(programme))
  return (
    <section className="auto-reminders no-print">
      <div className="section-head">
        <h2>{says.autoHead}</h2>
        <span className="label">{says.autoHint}</span>
      </div>
      <QueryState query={query}>
        {(reminders) => (
          <>
            <Turn reminders={reminders} mayManage={mayManage} />
            <Sent sent={reminders.sent} />
          </>
        )}
      </QueryState>
    </section>
  )
}

function Turn({ reminders, mayManage }: { reminders: Reminders; mayManage: boolean }) {
  const says = useWords(reportingWords)
  const client = useQueryClient()
  const id = useId()
  const { programme, active, switched } = reminders
  const turning = useMutation({
    mutationFn: (wanted: boolean) => call(switchReminders, { body: { programme, active: wanted } }),
    onSuccess: (next) => client.setQueryData(remindersQuery(programme).queryKey, next),
  })
  return (
    <>
      <p className="auto-switch">
        {mayManage ? (
          <label htmlFor={id}>
            <Switch
              id={id}
              checked={active}
              loading={turning.isPending}
              onChange={(wanted) => turning.mutate(wanted)}
            />
            {says.autoSwitch}
          </label>
        ) : (
          says.autoSwitch
        )}
        <b>{active ? says.autoOn : says.autoOff}</b>
        {switched !== null && (
          <span className="second">{says.switchedBy(switched.by.name, shanghaiTime(switched.at))}</span>
        )}
      </p>
      {turning.isError && <ProblemState error={turning.error} />}
    </>
  )
}

function Sent({ sent }: { sent: Reminders['sent'] }) {
  const says = useWords(reportingWords)
  if (sent.length === 0) return <p className="second quiet-line">{says.nothingSent}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section className="scroll-x" aria-label={says.sentHead} tabIndex={0}>
      <table>
        <caption className="label">{says.sentHead}</caption>
        <thead>
          <tr>
            <th>{says.sentAt}</th>
            <th>{says.sentKind}</th>
            <th>{says.period}</th>
            <th>{says.deadline}</th>
            <th className="number">{says.units}</th>
            <th className="number">{says.people}</th>
            <th>{says.mail}</th>
          </tr>
        </thead>
        <tbody>
          {sent.map(({ kind, period, deadline, at, units, people, mail }) => (
            <tr key={`${kind} ${period} ${deadline}`}>
              <td className="nowrap">{shanghaiTime(at)}</td>
              <td className="nowrap">{says.sentKinds[kind]}</td>
              <td className="nowrap">{period}</td>
              <td className="nowrap">{deadline}</td>
              <td className="number">{units}</td>
              <td className="number">{people}</td>
              <td className="sent-mail">
                {(['sent', 'waiting', 'failed', 'none'] as const)
                  .filter((state) => mail[state] > 0)
                  .map((state) => `${says.mails[state]} ${mail[state]}`)
                  .join(says.and)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
