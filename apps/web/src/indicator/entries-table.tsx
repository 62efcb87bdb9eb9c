import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CountedEntry, IndicatorPage, LastReport, ProgressEntry } from '@xushi/contract'
import { shanghaiTime } from '@xushi/wording'
import { useState } from 'react'
import { sessionQuery } from '../api/queries.ts'
import { Demo } from '../app/demo.tsx'
import { useRememberedHeight } from '../app/remembered-height.ts'
import { AmountText, WhyText } from '../figure/figure-text.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { EntryStateMark } from '../status/entry-state.tsx'
import { indicatorWords } from './indicator.words.ts'
import { usePrefectureNames } from './province-series.ts'

/** So many rows are shown until all are asked for; on paper all of them stand. */
const fewRows = 4

/** The entries behind the number, as of the two times of the page: the last period of each level, and who has not reported it. */
export function EntriesTable({ page }: { page: IndicatorPage }) {
  const says = useWords(indicatorWords)
  const session = useQuery(sessionQuery)
  const reports = page.lastReports ?? []
  const { language } = useLanguage()
  const left = useRememberedHeight<HTMLElement>(`entries ${page.judgement.id} ${language}`)
  return (
    <section id="entries" {...left}>
      <div className="section-head">
        <h2>{says.entries}</h2>
        <span className="label">{reports.length > 0 && says.entriesHint}</span>
        <span className="spacer" />
        {session.data?.user?.actions.includes('progress:record') && <Link to="/recording">{says.goRecord}</Link>}
        {reports.length > 0 && (
          <Link
            to="/indicators/$indicator/derivation"
            params={{ indicator: page.judgement.id }}
            search={true}
            hash="entries"
          >
            {says.allEntries}
          </Link>
        )}
      </div>
      {reports.length === 0 && <p className="second quiet-line">{says.noEntries}</p>}
      {reports.map((report) => (
        <Report key={report.level} report={report} page={page} />
      ))}
    </section>
  )
}

type Measured = Pick<IndicatorPage['judgement'], 'unit' | 'decimals'>

function Report({ report, page }: { report: LastReport; page: IndicatorPage }) {
  const says = useWords(indicatorWords)
  const text = useText()
  const { level, period, entries, missing } = report
  const [isOpen, setOpen] = useState(false)
  const placeOf = usePrefectureNames(page)
  const hidden = entries.length - fewRows
  const reporting = new Set(entries.map(({ region }) => region)).size
  return (
    <>
      <p className="second quiet-line">
        <b>{says.levels[level]}</b>
        {'　'}
        {level === 'region' ? says.regionsHint(period, reporting, reporting + missing.length) : period}
        {entries.some(({ demo }) => demo) && (
          <>
            {' '}
            <Demo />
          </>
        )}
      </p>
      <div className={isOpen ? undefined : 'few-rows'}>
        <EntryRows entries={entries} of={page.judgement} marksDemo={false} placeOf={placeOf} />
      </div>
      {hidden > 0 && (
        <button
          type="button"
          className="plain-link all-rows no-print"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? says.fewRows : says.allRows(entries.length)}
        </button>
      )}
      {missing.length > 0 && (
        <p className="second quiet-line">
          {says.missingHead(missing.length)}
          {missing.map(({ name }) => text(name)).join(says.listComma)}
        </p>
      )}
    </>
  )
}

/** Entries as rows; a value that does not count says so. */
export function EntryRows({
  entries,
  of,
  marksDemo = true,
  placeOf = nowhere,
}: {
  entries: readonly (CountedEntry | ProgressEntry)[]
  of: Measured
  /** Whether each row says that it is for demonstration, where the head of the table does not. */
  marksDemo?: boolean
  /** The name of the place an entry speaks of, where its unit reports for several. */
  placeOf?: (region: string) => string | null
}) {
  const says = useWords(indicatorWords)
  return (
    <div className="scroll-x">
      <table className="entry-rows">
        <thead>
          <tr>
            <th>{says.unitName}</th>
            <th>{says.period}</th>
            <th className="number">{says.value}</th>
            <th>{says.recorder}</th>
            <th>{says.approver}</th>
            <th>{says.state}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <EntryLine key={entry.id} entry={entry} of={of} marksDemo={marksDemo} place={placeOf(entry.region)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const nowhere = () => null

function EntryLine({
  entry,
  of,
  marksDemo,
  place,
}: {
  entry: CountedEntry | ProgressEntry
  of: Measured
  marksDemo: boolean
  place: string | null
}) {
  const says = useWords(indicatorWords)
  const text = useText()
  const reviewer = entry.unitReviewer === null ? '' : `${entry.unitReviewer.name}${says.listComma}`
  return (
    <tr>
      <td className="entry-unit">
        {text(entry.unit.name)} {place !== null && <b>{place}</b>} {marksDemo && entry.demo && <Demo />}
      </td>
      <td className="when nowrap">
        <Link to="/entries/$id" params={{ id: entry.id }}>
          {entry.period}
        </Link>
      </td>
      <td className="number">
        {entry.value === null ? (
          <WhyText why={entry.absence ?? 'not-reported'} />
        ) : (
          <>
            <b>
              <AmountText figure={{ known: true, value: entry.value }} of={of} />
            </b>
            {entry.value === 0 && <span className="label"> {says.zeroReport}</span>}
            {entry.correctionReason !== null && (
              <span className="label" title={entry.correctionReason}>
                {' '}
                {says.corrected}
              </span>
            )}
          </>
        )}
      </td>
      <td className="recorded second nowrap">
        <span className="fold-label">{says.recorder} </span>
        {entry.recorder.name} {shanghaiTime(entry.submittedAt ?? entry.createdAt)}
      </td>
      <td className="approved second nowrap">
        <span className="fold-label">{entry.approver !== null && `${says.approver} `}</span>
        {entry.approver === null
          ? says.notApproved
          : `${reviewer}${entry.approver.name} ${entry.decidedAt === null ? '' : shanghaiTime(entry.decidedAt)}`}
      </td>
      <td className="state">
        <EntryStateMark state={'state' in entry ? entry.state : 'approved'} />
      </td>
    </tr>
  )
}
