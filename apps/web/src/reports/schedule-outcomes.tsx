import { Link } from '@tanstack/react-router'
import type { ReportSchedule } from '@xushi/contract'
import { useWords } from '../language/language.tsx'
import { reportsWords } from './reports.words.ts'
import { schedulesWords } from './schedules.words.ts'

type Outcome = ReportSchedule['outcomes'][number]
type Part = { readonly schedule: ReportSchedule; readonly nameOf: (code: string) => string }

const isMade = ({ report }: Outcome) => report?.making === 'ready'

/** What came of each region the last time: open where something failed. */
export function ScheduleOutcomes({ schedule: { outcomes }, nameOf }: Part) {
  const says = useWords(schedulesWords)
  if (outcomes.length === 0) return says.notYet
  const failed = outcomes.filter(({ failure }) => failure !== null).length
  return (
    <details open={failed > 0}>
      <summary>
        {says.madeOf(outcomes.filter(isMade).length, outcomes.length)}
        {failed > 0 && <b>{says.failedOf(failed)}</b>}
      </summary>
      <table>
        <thead>
          <tr>
            <th>{says.regions}</th>
            <th>{says.month}</th>
            <th>{says.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map((outcome) => (
            <tr key={outcome.region}>
              <td className="nowrap">{nameOf(outcome.region)}</td>
              <td className="nowrap">{outcome.month}</td>
              <td>
                <OutcomeText outcome={outcome} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function OutcomeText({ outcome: { report, failure } }: { outcome: Outcome }) {
  const says = useWords(schedulesWords)
  const { makings, states } = useWords(reportsWords)
  if (report === null) return failure === null ? says.waiting : `${says.notDrafted}${says.sign}${failure}`
  const isOver = report.state === 'deleted' || report.making === 'ready'
  const word = isOver ? states[report.state] : makings[report.making]
  return (
    <>
      {report.opens ? (
        <Link to="/reports/$id" params={{ id: report.id }}>
          {word}
        </Link>
      ) : (
        word
      )}
      {failure !== null && `${says.sign}${failure}`}
    </>
  )
}
