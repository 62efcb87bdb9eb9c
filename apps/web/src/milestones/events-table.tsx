import { Link } from '@tanstack/react-router'
import type { MilestonesPage } from '@xushi/contract'
import { useRegionNames } from '../api/region-names.ts'
import { useText, useWords } from '../language/language.tsx'
import { milestonesWords } from './milestones.words.ts'
import { eventWord } from './milestones-chart-table.ts'

/** Everything that was recorded, as a table: what the timeline shows, and what it has no room for. */
export function EventsTable({ page }: { page: MilestonesPage }) {
  const says = useWords(milestonesWords)
  const text = useText()
  const regionName = useRegionNames()
  const rows = page.milestones.flatMap((milestone) =>
    (milestone.tracks ?? []).flatMap((track) => track.events.map((event) => ({ milestone, track, event }))),
  )
  if (rows.length === 0) return null
  const { columns } = says
  return (
    <details className="chart-table">
      <summary>{says.table}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by key */}
      <section className="scroll-x" tabIndex={0} aria-label={says.table}>
        <table>
          <thead>
            <tr>
              {Object.entries(columns).map(([key, word]) => (
                <th key={key}>{word}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ milestone, track, event }) => (
              <tr key={event.id}>
                <td>{milestone.goal}</td>
                <td>{text(milestone.name)}</td>
                <td className="nowrap">{track.region === null ? says.nation : regionName(track.region)}</td>
                <td className="nowrap">{event.on}</td>
                <td>
                  <Link to="/filings/$kind/$id" params={{ kind: 'milestone-event', id: event.id }}>
                    {eventWord(event, says)}
                  </Link>
                </td>
                <td className="nowrap">{event.expectedOn ?? '—'}</td>
                <td>{event.documentNumber ?? '—'}</td>
                <td>{event.note === '' ? '—' : event.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
