import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ProgressEntry } from '@xushi/contract'
import { exactNumber, shanghaiTime } from '@xushi/wording'
import { entriesQuery, entryQuery } from '../api/queries.ts'
import { Demo } from '../app/demo.tsx'
import { EvidenceList } from '../evidence/evidence-list.tsx'
import { AmountText, WhyText } from '../figure/figure-text.tsx'
import { LagText } from '../lag/lag-text.tsx'
import { useText, useWords } from '../language/language.tsx'
import { Findings } from '../recording/findings.tsx'
import { PastBars } from '../recording/past-bars.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { EntryStateMark } from '../status/entry-state.tsx'
import { EntryChecks } from './entry-checks.tsx'
import { useIndicators } from './review.page.tsx'
import { reviewWords } from './review.words.ts'
import './review.css'

/** One entry with everything a second person looks at: the value in full, the periods before, the note, what happened so far. */
export function EntryDetail({ id }: { id: string }) {
  const query = useQuery(entryQuery(id))
  return (
    <QueryState query={query}>
      {({ entry, history }) => (
        <section className="entry-detail">
          <EntryHead entry={entry} />
          <Before entry={entry} />
          <EvidenceList subject={{ subjectKind: 'progress-entry', subject: entry.id }} />
          <ChecksOf entry={entry} />
          <History history={history} />
        </section>
      )}
    </QueryState>
  )
}

/** Checks are for what is still to be decided. */
function ChecksOf({ entry }: { entry: ProgressEntry }) {
  const of = useIndicators().get(entry.indicator)
  const isOpen = ['draft', 'submitted', 'unit-reviewed', 'returned'].includes(entry.state)
  return isOpen && of !== undefined ? <EntryChecks entry={entry} of={of} /> : null
}

function EntryHead({ entry }: { entry: ProgressEntry }) {
  const says = useWords(reviewWords)
  const text = useText()
  const indicator = useIndicators().get(entry.indicator)
  return (
    <>
      <h2>
        {text(entry.unit.name)}　{indicator?.goal}{' '}
        <Link to="/indicators/$indicator" params={{ indicator: entry.indicator }}>
          {indicator === undefined ? entry.indicator : text(indicator.name)}
        </Link>
        　{entry.period} {entry.demo && <Demo />}
      </h2>
      <p className="entry-value">
        {entry.value === null || indicator === undefined ? (
          <WhyText why={entry.absence ?? 'unknown'} />
        ) : (
          <>
            <b>
              <AmountText figure={{ known: true, value: entry.value }} of={indicator} />
            </b>
            <span className="second">
              {exactNumber(entry.value, indicator.decimals)} {text(indicator.unit)}
            </span>
          </>
        )}
        <EntryStateMark state={entry.state} />
      </p>
      <p className="second">
        {says.recordedBy} {entry.recorder.name}，{says.submittedAt} {shanghaiTime(entry.submittedAt ?? entry.createdAt)}
        ，{says.version(entry.version)}
      </p>
      <Findings findings={entry.findings} decimals={indicator?.decimals ?? 0} forReviewer />
      {entry.lag !== null && <LagText lag={entry.lag} programme={entry.programme} />}
      {entry.correctionAsked !== null && (
        <Notice kind="warning" title={says.waitsCorrection}>
          <p>{entry.correctionAsked.reason}</p>
        </Notice>
      )}
      <p className="note">
        <span className="label">{says.note}</span>{' '}
        {entry.note === '' ? <span className="unknown">{says.noNote}</span> : entry.note}
      </p>
      {entry.supersedes !== null && (
        <p className="second">
          <Link to="/entries/$id" params={{ id: entry.supersedes }}>
            {says.supersedes}
          </Link>{' '}
          {says.correctionReason}：{entry.correctionReason}
        </p>
      )}
      {entry.returnReason !== null && (
        <p className="second">
          {says.returnReason}：{entry.returnReason}
        </p>
      )}
    </>
  )
}

/** The approved periods of the same cell, to compare with. */
function Before({ entry }: { entry: ProgressEntry }) {
  const says = useWords(reviewWords)
  const indicator = useIndicators().get(entry.indicator)
  const query = useQuery(
    entriesQuery({ indicator: entry.indicator, region: entry.region, state: 'approved', limit: 100 }),
  )
  const rows = (query.data?.entries ?? [])
    .filter(({ unit, endsOn }) => unit.id === entry.unit.id && endsOn < entry.endsOn)
    .toSorted((a, b) => b.endsOn.localeCompare(a.endsOn))
    .slice(0, 6)
  if (rows.length === 0 || indicator === undefined) return null
  const jump = entry.findings.find((finding) => finding.is === 'jump')
  return (
    <>
      <h3>{says.before}</h3>
      {entry.value !== null && indicator.kind !== 'yes-no' && (
        <PastBars past={rows.toReversed()} now={entry} usualTo={jump?.is === 'jump' ? jump.to : null} of={indicator} />
      )}
      <table>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{row.period}</td>
              <td className="number">
                {row.value === null ? (
                  <WhyText why={row.absence ?? 'unknown'} />
                ) : (
                  <AmountText figure={{ known: true, value: row.value }} of={indicator} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

type Events = readonly {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly actorName: string
  readonly action: string
}[]

function History({ history }: { history: Events }) {
  const says = useWords(reviewWords)
  const actions: Readonly<Record<string, string>> = says.actions
  return (
    <>
      <h3>{says.history}</h3>
      <ol className="history">
        {history.map(({ seq, at, actorName, action }) => (
          <li key={seq}>
            <span className="label">{shanghaiTime(at)}</span> {actorName} {actions[action] ?? action}
          </li>
        ))}
      </ol>
    </>
  )
}
