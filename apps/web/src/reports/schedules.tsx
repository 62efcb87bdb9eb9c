import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { changeReportSchedule, deleteReportSchedule, type ReportSchedule } from '@xushi/contract'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { programmesQuery, regionsQuery } from '../api/queries.ts'
import { useProgramme } from '../app/address.ts'
import { useText, useWords } from '../language/language.tsx'
import { roleWords } from '../session/role.words.ts'
import { ProblemState, QueryState } from '../states/states.tsx'
import { schedulesQuery } from './reports.queries.ts'
import { reportsWords } from './reports.words.ts'
import { ScheduleForm } from './schedule-form.tsx'
import { ScheduleOutcomes } from './schedule-outcomes.tsx'
import { schedulesWords } from './schedules.words.ts'
import './schedules.css'

/** 定期生成: what is drafted by itself, when it is next, and what came of it. */
export function Schedules() {
  const says = useWords(schedulesWords)
  const query = useQuery(schedulesQuery)
  const [editing, setEditing] = useState<string | null>(null)
  const schedules = query.data?.schedules
  const nextOn = schedules?.flatMap((one) => one.nextOn ?? []).toSorted()[0] ?? null
  const close = () => setEditing(null)
  return (
    <details className="schedules no-print">
      <summary>
        {says.title}
        <span className="second">
          {schedules !== undefined && (schedules.length === 0 ? says.none : says.summary(schedules.length, nextOn))}
        </span>
      </summary>
      <p className="second">{says.intro}</p>
      <QueryState query={query}>
        {({ schedules: all }) => (
          <ul>
            {all.map((schedule) => (
              <li key={schedule.id}>
                {editing === schedule.id ? (
                  <ScheduleForm schedule={schedule} close={close} />
                ) : (
                  <ScheduleItem schedule={schedule} edit={() => setEditing(schedule.id)} />
                )}
              </li>
            ))}
          </ul>
        )}
      </QueryState>
      {editing === 'new' ? (
        <ScheduleForm schedule={null} close={close} />
      ) : (
        <Button onClick={() => setEditing('new')}>{says.add}</Button>
      )}
    </details>
  )
}

function ScheduleItem({ schedule, edit }: { schedule: ReportSchedule; edit: () => void }) {
  const says = useWords(schedulesWords)
  const reportSays = useWords(reportsWords)
  const roleSays = useWords(roleWords)
  const nameOf = useRegionNames()
  const programme = useOtherProgramme(schedule)
  const { kind, language, day, nextOn, regions, recipients, madeBy } = schedule
  return (
    <>
      <h3>
        {programme}
        {reportSays.kinds[kind]} · {reportSays.languages[language]} · {says.every(day)}
        <span className="second">{nextOn === null ? says.paused : says.next(nextOn)}</span>
      </h3>
      <dl>
        <dt>{says.regions}</dt>
        <dd>{regions.map(nameOf).join(says.and)}</dd>
        <dt>{says.recipients}</dt>
        <dd>{recipients.map((role) => roleSays[role]).join(says.and)}</dd>
        <dt>{says.last}</dt>
        <dd>
          <ScheduleOutcomes schedule={schedule} nameOf={nameOf} />
        </dd>
      </dl>
      <p className="second">{says.savedBy(madeBy.name)}</p>
      <ScheduleMoves schedule={schedule} edit={edit} />
    </>
  )
}

function ScheduleMoves({ schedule, edit }: { schedule: ReportSchedule; edit: () => void }) {
  const says = useWords(schedulesWords)
  const client = useQueryClient()
  const { id, version, state } = schedule
  const moving = useMutation({
    mutationFn: async (move: 'turn' | 'remove') => {
      const next = state === 'active' ? ('paused' as const) : ('active' as const)
      await (move === 'turn'
        ? call(changeReportSchedule, { params: { id }, body: { version, state: next } })
        : call(deleteReportSchedule, { params: { id }, querystring: { version } }))
    },
    onSettled: () => client.invalidateQueries({ queryKey: schedulesQuery.queryKey }),
  })
  const isMoving = (move: 'turn' | 'remove') => moving.isPending && moving.variables === move
  return (
    <>
      <p className="schedule-acts">
        <Button onClick={edit}>{says.change}</Button>
        <Button loading={isMoving('turn')} onClick={() => moving.mutate('turn')}>
          {state === 'active' ? says.pause : says.resume}
        </Button>
        <Popconfirm
          title={says.remove}
          description={<span className="report-sure">{says.removeSure}</span>}
          okText={says.remove}
          cancelText={says.keep}
          onConfirm={() => moving.mutate('remove')}
        >
          <Button loading={isMoving('remove')}>{says.remove}</Button>
        </Popconfirm>
      </p>
      {moving.isError && <ProblemState error={moving.error} />}
    </>
  )
}

/** The name of the programme that is reported on, where it is another one than that of the page. */
function useOtherProgramme({ programme }: ReportSchedule): string {
  const text = useText()
  const shown = useProgramme()
  const found = useQuery(programmesQuery).data?.programmes.find(({ id }) => id === programme)
  return found === undefined || programme === shown?.id ? '' : `${text(found.shortName)} · `
}

/** The names of regions by their codes; a code where the names are not there yet. */
function useRegionNames(): (code: string) => string {
  const { nation } = useWords(reportsWords)
  const text = useText()
  const regions = useQuery(regionsQuery).data?.regions ?? []
  const names = new Map(regions.map(({ code, shortName }) => [code, text(shortName)]))
  return (code) => (code === '000000' ? nation : (names.get(code) ?? code))
}
