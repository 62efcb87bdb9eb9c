import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { EntryRow, RecordingDesk, RecordingGrid } from '@xushi/contract'
import { monthsBetween } from '@xushi/domain'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { recordingDeskQuery, recordingGridQuery, regionsQuery, sessionQuery } from '../api/queries.ts'
import { AntFrame } from '../app/ant-frame.tsx'
import { Demo } from '../app/demo.tsx'
import { useTitle } from '../app/title.ts'
import { shanghaiTime } from '../figure/format-figure.ts'
import { OpenFilings } from '../filings/open-filings.tsx'
import { useText, useWords } from '../language/language.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { isOpen, keyOf, useCellDrafts } from './cell-drafts.ts'
import { CellPanel } from './cell-panel.tsx'
import { cellState, cellStates, isReady } from './cell-state.ts'
import { CellStateMark } from './cell-state-mark.tsx'
import { OpenEntries } from './open-entries.tsx'
import { type Pasted, pastedCells } from './paste-cells.ts'
import { recordingWords } from './recording.words.ts'
import { Grid } from './recording-grid.tsx'
import { SubmitCheck } from './submit-check.tsx'
import './recording.css'

/** 填报工作台: a grid of what one records of a region and month, the chosen cell beside it, and what is open below. */
export function RecordingPage() {
  const says = useWords(recordingWords)
  const session = useQuery(sessionQuery)
  useTitle(says.title)
  return (
    <AntFrame>
      <QueryState query={session}>
        {({ user }) => {
          if (user === null)
            return (
              <>
                <h1>{says.title}</h1>
                <Notice kind="empty" title={says.signInFirst}>
                  {' '}
                  <Link to="/sign-in">→</Link>
                </Notice>
              </>
            )
          return user.actions.includes('progress:record') ? (
            <>
              <Desk />
              <OpenFilings of="own" />
            </>
          ) : (
            <>
              <h1>{says.title}</h1>
              <Notice kind="empty" title={says.noRight} />
            </>
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
        desk.assignments.length === 0 ? (
          <>
            <h1>{says.title}</h1>
            <Notice kind="empty" title={says.nothingAssigned} />
          </>
        ) : (
          <Chosen desk={desk} />
        )
      }
    </QueryState>
  )
}

/** The province that a place stands in: the first two digits of its code. */
const provinceOf = (region: string) => `${region.slice(0, 2)}0000`

/** What is chosen stands in the address, so that a reload or a new sign-in comes back to the same cell. */
function Chosen({ desk }: { desk: RecordingDesk }) {
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
      <QueryState query={query}>
        {(grid) => (
          <Workbench
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

type WorkbenchProps = {
  readonly grid: RecordingGrid
  readonly desk: RecordingDesk
  readonly search: {
    readonly indicator?: string | undefined
    readonly unit?: string | undefined
    readonly region?: string | undefined
  }
  readonly choose: (row: EntryRow) => void
}

function Workbench({ grid, desk, search, choose }: WorkbenchProps) {
  const says = useWords(recordingWords)
  const drafts = useCellDrafts()
  const [checking, setChecking] = useState(false)
  const [pasted, setPasted] = useState<Pasted | null>(null)
  const rows = grid.rows.filter((row) => row.is === 'entry')
  const ofIndicator = rows.filter(({ indicator }) => indicator === search.indicator)
  const chosen =
    ofIndicator.find(({ unit, region }) => unit.id === search.unit && region === search.region) ??
    ofIndicator[0] ??
    rows.find((row) => !row.yesNo) ??
    rows[0]
  const { adopt } = drafts
  // Once for this grid: what was typed before a reload or a new sign-in.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a renewed grid has nothing new to adopt
  useEffect(() => adopt(rows), [adopt])
  const ready = rows.filter((row) => isReady(cellState(row, drafts)))
  const paste = (text: string, from: EntryRow) => {
    const target = (row: EntryRow) => ({ key: keyOf(row), goal: row.goal, decimals: row.decimals, yesNo: row.yesNo })
    const open = rows.filter(isOpen)
    const start = Math.max(
      0,
      open.findIndex((row) => keyOf(row) === keyOf(from)),
    )
    const result = pastedCells(text, open.slice(start).map(target), open.map(target))
    const byKey = new Map(open.map((row) => [keyOf(row), row]))
    for (const { key, text: value } of [...result.filled, ...result.wrong]) {
      const row = byKey.get(key)
      if (row !== undefined) drafts.type(row, { ...drafts.typedIn(row), text: value, absence: null }, 'now')
    }
    setPasted(result)
  }
  if (grid.rows.length === 0) return <Notice kind="empty" title={says.emptyGrid} />
  return (
    <>
      <Strip grid={grid} drafts={drafts}>
        {rows.some(({ entry }) => entry?.demo === true) && <Demo />}
        <Button type="primary" disabled={ready.length === 0 && !checking} onClick={() => setChecking(true)}>
          {says.check(ready.length)}
        </Button>
      </Strip>
      <Connection drafts={drafts} />
      {checking && <SubmitCheck rows={rows} drafts={drafts} choose={choose} close={() => setChecking(false)} />}
      {pasted !== null && <PasteSummary pasted={pasted} rows={rows} />}
      <div className="desk">
        <div>
          <Grid
            grid={grid}
            drafts={drafts}
            chosen={chosen === undefined ? null : keyOf(chosen)}
            choose={choose}
            submitAll={() => setChecking(true)}
            paste={paste}
          />
          <KeyLine />
        </div>
        {chosen === undefined ? (
          <p className="second">{says.selectCell}</p>
        ) : (
          <CellPanel key={keyOf(chosen)} row={chosen} grid={grid} drafts={drafts} />
        )}
      </div>
      <OpenEntries desk={desk} />
    </>
  )
}

/** The strip: how many cells stand in each state. A count of 0 is grey. */
function Strip({
  grid,
  drafts,
  children,
}: {
  grid: RecordingGrid
  drafts: ReturnType<typeof useCellDrafts>
  children: React.ReactNode
}) {
  const says = useWords(recordingWords)
  const states = grid.rows.flatMap((row) => (row.is === 'entry' ? [cellState(row, drafts)] : []))
  const counts = cellStates.map((state) => ({ state, count: states.filter((one) => one === state).length }))
  return (
    <div className="state-strip">
      <dl aria-label={says.overview}>
        {counts
          .filter(({ state, count }) => count > 0 || ['empty', 'saved', 'waiting', 'approved'].includes(state))
          .map(({ state, count }) => (
            <div key={state} className={count === 0 ? 'none' : undefined}>
              <dt>
                <CellStateMark state={state} />
              </dt>
              <dd>{count}</dd>
            </div>
          ))}
      </dl>
      <p className="label" aria-live="polite">
        {drafts.savedAt !== null && (
          <span className="block">{says.allSaved(shanghaiTime(drafts.savedAt).slice(-5))}</span>
        )}
        {says.keepsLocal}
      </p>
      <div className="strip-actions">{children}</div>
    </div>
  )
}

/** Said once above the grid when what is typed cannot reach the server: by connection, or because the session ended. */
function Connection({ drafts }: { drafts: ReturnType<typeof useCellDrafts> }) {
  const says = useWords(recordingWords)
  const failures = [...drafts.failures.values()]
  if (failures.some(({ problem }) => problem?.status === 401))
    return (
      <Notice kind="warning" title={says.signedOut}>
        {' '}
        <Link to="/sign-in">{says.signInAgain}</Link>
      </Notice>
    )
  return failures.some(({ problem }) => problem === null) ? <Notice kind="warning" title={says.lost} /> : null
}

function PasteSummary({ pasted, rows }: { pasted: Pasted; rows: readonly EntryRow[] }) {
  const says = useWords(recordingWords)
  const text = useText()
  const { filled, wrong, beyond, unknownGoals } = pasted
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  const isClean = wrong.length === 0 && beyond === 0 && unknownGoals.length === 0
  return (
    <Notice kind={isClean ? 'done' : 'warning'} title={says.pasted(filled.length)}>
      {wrong.length > 0 && (
        <>
          <p>{says.pastedWrong(wrong.length)}</p>
          <ul>
            {wrong.map(({ key, text: value }) => {
              const row = byKey.get(key)
              return (
                <li key={key}>
                  {row?.goal} {row === undefined ? '' : text(row.name)}：“{value}”
                </li>
              )
            })}
          </ul>
        </>
      )}
      {beyond > 0 && <p>{says.pastedBeyond(beyond)}</p>}
      {unknownGoals.length > 0 && <p>{says.pastedUnknown(unknownGoals.join('、'))}</p>}
    </Notice>
  )
}

function KeyLine() {
  const { keys } = useWords(recordingWords)
  const line: readonly (readonly [readonly string[], string])[] = [
    [['↑', '↓', 'Enter'], keys.move],
    [['F2'], keys.edit],
    [['0'], keys.zero],
    [['N'], keys.notApplicable],
    [['W'], keys.withheld],
    [['Ctrl', 'D'], keys.same],
    [['Ctrl', 'V'], keys.paste],
    [['Ctrl', 'Enter'], keys.submit],
    [['Esc'], keys.restore],
  ]
  return (
    <p className="key-line label">
      {line.map(([names, meaning]) => (
        <span key={meaning}>
          {names.map((name) => (
            <kbd key={name}>{name}</kbd>
          ))}{' '}
          {meaning}
        </span>
      ))}
    </p>
  )
}
