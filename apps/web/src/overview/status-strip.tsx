import { Link } from '@tanstack/react-router'
import { countByStatus, type Target } from '@xushi/wording'
import { useWords } from '../language/language.tsx'
import { StatusMark } from '../status/status-glyph.tsx'
import { overviewWords } from './overview.words.ts'

/** More than these are counted, not named. */
const mostGoals = 12

/** Eight counts in the fixed order, each with the numbers of its targets; a count of 0 is grey. */
export function StatusStrip({ targets, overdueMilestones }: { targets: readonly Target[]; overdueMilestones: number }) {
  const says = useWords(overviewWords)
  return (
    <section className="strip" aria-label={says.status}>
      {countByStatus(targets).map(({ status, count, goals }) => (
        <Link
          key={status}
          to="/"
          search={(before) => ({ ...before, status: before.status === status ? undefined : status })}
          className={count === 0 ? 'none' : ''}
          activeOptions={{ includeSearch: true }}
        >
          <StatusMark status={status} quiet={count === 0} size={15} />
          <span className="count">{count}</span>
          <span className="label goals">
            {goals.length === 0 && !(status === 'overdue' && overdueMilestones > 0) && says.none}
            {goals.slice(0, mostGoals).join(' ')}
            {goals.length > mostGoals && ` ${says.andMore(goals.length - mostGoals)}`}
            {status === 'overdue' && overdueMilestones > 0 && ` ${says.lateMilestones(overdueMilestones)}`}
          </span>
        </Link>
      ))}
    </section>
  )
}
