import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { IndicatorPage, ProgressEntry } from '@xushi/contract'
import { entriesQuery, sessionQuery } from '../api/queries.ts'
import { Demo } from '../app/demo.tsx'
import { AmountText, WhyText } from '../figure/figure-text.tsx'
import { shanghaiTime } from '../figure/format-figure.ts'
import { useText, useWords } from '../language/language.tsx'
import { QueryState } from '../states/states.tsx'
import { EntryStateMark } from '../status/entry-state.tsx'
import { indicatorWords } from './indicator.words.ts'

/** The entries behind the number, with who recorded and who approved each. */
export function EntriesTable({ page }: { page: IndicatorPage }) {
  const says = useWords(indicatorWords)
  const session = useQuery(sessionQuery)
  const query = useQuery(entriesQuery({ indicator: page.judgement.id, limit: 20 }))
  return (
    <section id="entries">
      <QueryState query={query}>
        {({ entries, total }) => (
          <>
            <div className="section-head">
              <h2>{says.entries}</h2>
              <span className="label">{says.entriesHint(total)}</span>
              <span className="spacer" />
              {session.data?.user?.actions.includes('progress:record') && <Link to="/recording">{says.goRecord}</Link>}
            </div>
            {entries.length === 0 ? (
              <p className="second quiet-line">{says.noEntries}</p>
            ) : (
              <EntryRows entries={entries} of={page.judgement} />
            )}
          </>
        )}
      </QueryState>
    </section>
  )
}

/** Entries as rows; a value that does not count says so. */
export function EntryRows({
  entries,
  of,
}: {
  entries: readonly ProgressEntry[]
  of: Pick<IndicatorPage['judgement'], 'unit' | 'decimals'>
}) {
  const says = useWords(indicatorWords)
  const text = useText()
  return (
    <div className="scroll-x">
      <table>
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
            <tr key={entry.id}>
              <td>
                {text(entry.unit.name)} {entry.demo && <Demo />}
              </td>
              <td className="nowrap">
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
                  </>
                )}
              </td>
              <td className="second nowrap">
                {entry.recorder.name} {shanghaiTime(entry.submittedAt ?? entry.createdAt)}
              </td>
              <td className="second nowrap">
                {entry.approver === null
                  ? says.notApproved
                  : `${entry.unitReviewer === null ? '' : `${entry.unitReviewer.name}，`}${entry.approver.name} ${entry.decidedAt === null ? '' : shanghaiTime(entry.decidedAt)}`}
              </td>
              <td>
                <EntryStateMark state={entry.state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
