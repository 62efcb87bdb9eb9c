import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { RecordingDesk } from '@xushi/contract'
import { Input, Select } from 'antd'
import { recordingDeskQuery, sessionQuery } from '../api/queries.ts'
import { AntFrame } from '../app/ant-frame.tsx'
import { useTitle } from '../app/title.ts'
import { OpenFilings } from '../filings/open-filings.tsx'
import { useText, useWords } from '../language/language.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { EntryForm } from './entry-form.tsx'
import { OpenEntries } from './open-entries.tsx'
import { recordingWords } from './recording.words.ts'
import './recording.css'

/** 填报: one cell at a time, with what is open and what was returned beside it. */
export function RecordingPage() {
  const says = useWords(recordingWords)
  const session = useQuery(sessionQuery)
  useTitle(says.title)
  return (
    <AntFrame>
      <h1>{says.title}</h1>
      <p className="second">{says.hint}</p>
      <QueryState query={session}>
        {({ user }) => {
          if (user === null)
            return (
              <Notice kind="empty" title={says.signInFirst}>
                {' '}
                <Link to="/sign-in">→</Link>
              </Notice>
            )
          return user.actions.includes('progress:record') ? (
            <>
              <Desk />
              <OpenFilings of="own" />
            </>
          ) : (
            <Notice kind="empty" title={says.noRight} />
          )
        }}
      </QueryState>
    </AntFrame>
  )
}

function Desk() {
  const says = useWords(recordingWords)
  const query = useQuery(recordingDeskQuery)
  return (
    <QueryState query={query}>
      {(desk) =>
        desk.assignments.length === 0 ? <Notice kind="empty" title={says.nothingAssigned} /> : <Chosen desk={desk} />
      }
    </QueryState>
  )
}

/** What is chosen stands in the address, so that a reload or a new sign-in comes back to the same cell. */
function Chosen({ desk }: { desk: RecordingDesk }) {
  const says = useWords(recordingWords)
  const text = useText()
  const search = useSearch({ from: '/recording' })
  const navigate = useNavigate()
  const first = desk.assignments.find(({ yesNo }) => !yesNo) ?? desk.assignments[0]
  const ofIndicator = desk.assignments.filter(({ indicator }) => indicator === (search.indicator ?? first?.indicator))
  const chosen =
    ofIndicator.find(({ unit, region }) => unit.id === search.unit && region === search.region) ??
    ofIndicator[0] ??
    first
  const period = search.period ?? chosen?.nextPeriod ?? desk.defaultPeriod
  const choose = (change: typeof search) =>
    navigate({ to: '/recording', search: (before) => ({ ...before, ...change }), replace: true })
  const indicators = [...new Map(desk.assignments.map((assignment) => [assignment.indicator, assignment])).values()]
  if (chosen === undefined) return null
  return (
    <div className="desk">
      <section>
        <div className="cell-choice">
          <label>
            <span className="label">{says.indicator}</span>
            <Select
              aria-label={says.indicator}
              value={chosen.indicator}
              onChange={(indicator) => choose({ indicator, unit: undefined, region: undefined })}
              options={indicators.map(({ indicator, goal, name }) => ({
                value: indicator,
                label: `${goal}　${text(name)}`,
              }))}
              showSearch={{ optionFilterProp: 'label' }}
            />
          </label>
          <label>
            <span className="label">{says.region}</span>
            <Select
              aria-label={says.region}
              value={`${chosen.unit.id} ${chosen.region}`}
              disabled={ofIndicator.length < 2}
              onChange={(value) => {
                const [unit = '', region = ''] = value.split(' ')
                choose({ unit, region })
              }}
              options={ofIndicator.map(({ unit, region }) => ({
                value: `${unit.id} ${region}`,
                label: text(unit.name),
              }))}
              showSearch={{ optionFilterProp: 'label' }}
            />
          </label>
          <label>
            <span className="label">{says.period}</span>
            <Input
              aria-label={says.period}
              key={period}
              defaultValue={period}
              maxLength={20}
              title={says.periodRule}
              onBlur={({ target }) => choose({ period: target.value.trim() })}
              onPressEnter={({ currentTarget }) => choose({ period: currentTarget.value.trim() })}
            />
          </label>
        </div>
        <EntryForm
          key={`${chosen.indicator} ${chosen.unit.id} ${chosen.region} ${period}`}
          assignment={chosen}
          period={period}
        />
      </section>
      <OpenEntries desk={desk} />
    </div>
  )
}
