import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { RecordingDesk } from '@xushi/contract'
import { monthsBetween } from '@xushi/domain'
import { recordingGridQuery, regionsQuery } from '../api/queries.ts'
import { useText, useWords } from '../language/language.tsx'
import { QueryState } from '../states/states.tsx'
import { recordingWords } from './recording.words.ts'
import { ToCorrect } from './to-correct.tsx'
import { Workbench } from './workbench.tsx'

/** The province that a place stands in: the first two digits of its code. */
const provinceOf = (region: string) => `${region.slice(0, 2)}0000`

type DeskChoiceProps = { readonly account: string; readonly desk: RecordingDesk }

/** What is chosen stands in the address, so that a reload or a new sign-in comes back to the same cell. */
export function DeskChoice({ account, desk }: DeskChoiceProps) {
  const says = useWords(recordingWords)
  const text = useText()
  const search = useSearch({ from: '/recording' })
  const navigate = useNavigate()
  const regions = useQuery(regionsQuery)
  const places = [...new Set(desk.assignments.map(({ region }) => provinceOf(region)))]
  const place = search.region === undefined ? places[0] : provinceOf(search.region)
  const region = place !== undefined && places.includes(place) ? place : (places[0] ?? '000000')
  const first = desk.assignments.find((one) => !one.yesNo && provinceOf(one.region) === region)
  const months = monthsBetween(
    `${desk.firstPeriod.slice(0, 7)}-01`,
    `${desk.defaultPeriod.slice(0, 7)}-01`,
  ).toReversed()
  const period = search.period ?? first?.nextPeriod ?? desk.defaultPeriod
  const query = useQuery({ ...recordingGridQuery(region, period), placeholderData: (before) => before })
  const choose = (change: typeof search) =>
    navigate({ to: '/recording', search: (before) => ({ ...before, ...change }), replace: true })
  const nameOf = (code: string) => {
    const found = regions.data?.regions.find((one) => one.code === code)
    return found === undefined ? code : text(found.name)
  }
  return (
    <>
      <div className="desk-head">
        <h1>{says.title}</h1>
        <label>
          <span className="label">{says.month}</span>
          <select value={period} onChange={({ target }) => choose({ period: target.value })}>
            {(months.includes(period) ? months : [period, ...months]).map((month) => (
              <option key={month}>{month}</option>
            ))}
          </select>
        </label>
        <label>
          <span className="label">{says.place}</span>
          <select
            value={region}
            disabled={places.length < 2}
            onChange={({ target }) => choose({ region: target.value, unit: undefined, indicator: undefined })}
          >
            {places.map((code) => (
              <option key={code} value={code}>
                {nameOf(code)}
              </option>
            ))}
          </select>
        </label>
        <p className="second">{says.hint}</p>
      </div>
      <ToCorrect desk={desk} />
      <QueryState query={query} saidWithin={(query.data?.rows.length ?? 0) > 0}>
        {(grid) => (
          <Workbench
            account={account}
            key={`${grid.region} ${grid.period}`}
            grid={grid}
            desk={desk}
            search={search}
            choose={({ indicator, unit, region: at }) => choose({ indicator, unit: unit.id, region: at, period })}
          />
        )}
      </QueryState>
    </>
  )
}
