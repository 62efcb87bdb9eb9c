import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { Calendar, Reporting } from '@xushi/contract'
import { calendarQuery, reportingQuery } from '../api/queries.ts'
import { useProgramme } from '../app/address.ts'
import { AntFrame } from '../app/ant-frame.tsx'
import { useTitle } from '../app/title.ts'
import { useWords } from '../language/language.tsx'
import { PeopleOnly } from '../session/people-only.tsx'
import { QueryState } from '../states/states.tsx'
import { AutoReminders } from './auto-reminders.tsx'
import { CalendarSection } from './calendar-section.tsx'
import { Reminders, shareText } from './reminders.tsx'
import { reportingWords } from './reporting.words.ts'
import './reporting.css'

/** 填报情况: how complete and how timely a period is, who owes what, and the calendar that says so. */
export function ReportingPage() {
  const says = useWords(reportingWords)
  const programme = useProgramme()
  useTitle(says.title)
  return (
    <AntFrame>
      <h1>{says.title}</h1>
      <PeopleOnly action="calendar:read" noRight={says.noRight}>
        {({ actions }) =>
          programme !== undefined && (
            <Periods programme={programme.id} mayManage={actions.includes('calendar:manage')} />
          )
        }
      </PeopleOnly>
    </AntFrame>
  )
}

function Periods({ programme, mayManage }: { programme: string; mayManage: boolean }) {
  const query = useQuery(calendarQuery(programme))
  return (
    <QueryState query={query}>
      {(calendar) => (
        <>
          <Period calendar={calendar} />
          <AutoReminders programme={programme} mayManage={mayManage} />
          <CalendarSection calendar={calendar} mayManage={mayManage} />
        </>
      )}
    </QueryState>
  )
}

function Period({ calendar }: { calendar: Calendar }) {
  const says = useWords(reportingWords)
  const navigate = useNavigate()
  const search = useSearch({ from: '/reporting' })
  const ended = calendar.periods.filter(({ endsOn }) => endsOn <= calendar.today)
  const newest = ended.find(({ period }) => period === calendar.newest) ?? ended[0]
  const period = search.period ?? newest?.period
  const query = useQuery({
    ...reportingQuery(calendar.programme, period ?? ''),
    enabled: period !== undefined,
    placeholderData: (before) => before,
  })
  const chosen = ended.find((one) => one.period === period)
  return (
    <>
      <p className="reporting-period">
        <label>
          {says.period}{' '}
          <select
            className="no-print"
            value={period}
            onChange={({ target }) => navigate({ to: '.', search: (old) => ({ ...old, period: target.value }) })}
          >
            {ended.map((one) => (
              <option key={one.period}>{one.period}</option>
            ))}
          </select>{' '}
          <b className="print-only">{period}</b>
        </label>
        {chosen !== undefined && (
          <span className="second">
            {chosen.backfill ? says.backfill : `${says.deadline} ${chosen.deadline}`}
            {chosen.closed !== null && `　${says.closedBecause(chosen.closed.by.name, chosen.closed.reason)}`}
          </span>
        )}
      </p>
      <QueryState query={query}>
        {(reporting) => (
          <>
            <Shares reporting={reporting} />
            <Reminders reporting={reporting} deadline={chosen?.deadline ?? reporting.endsOn} />
          </>
        )}
      </QueryState>
    </>
  )
}

function Shares({ reporting }: { reporting: Reporting }) {
  const says = useWords(reportingWords)
  const { counted, handedIn, expected, onTime, timed, completeness, timeliness } = reporting
  return (
    <dl className="reporting-shares">
      <div>
        <dt>{says.completeness}</dt>
        <dd className="number">{shareText(completeness)}</dd>
        <dd className="second">{says.ofExpected(counted, expected, handedIn)}</dd>
      </div>
      <div>
        <dt>{says.timeliness}</dt>
        <dd className="number">{shareText(timeliness)}</dd>
        <dd className="second">{says.ofTimed(onTime, timed)}</dd>
      </div>
      <div>
        <dd className="no-print">
          <Link to="/methods/$name" params={{ name: 'completeness' }}>
            {says.formula}
          </Link>
        </dd>
      </div>
    </dl>
  )
}
