import type { TrackedMilestone } from '@xushi/contract'
import { useRegionNames } from '../api/region-names.ts'
import { useText, useWords } from '../language/language.tsx'
import { milestonesWords } from './milestones.words.ts'

/** The maps as one table: a row a region, a column a policy, with the document behind each that was adopted. */
export function CoverageTable({ milestones }: { milestones: readonly TrackedMilestone[] }) {
  const says = useWords(milestonesWords)
  const text = useText()
  const regionName = useRegionNames()
  const codes = [...new Set(milestones.flatMap(({ coverage }) => (coverage ?? []).map(({ region }) => region)))].sort()
  return (
    <details className="chart-table">
      <summary>{says.coverageTable}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by key */}
      <section className="scroll-x" tabIndex={0} aria-label={says.coverageTable}>
        <table>
          <thead>
            <tr>
              <th>{says.columns.region}</th>
              {milestones.map(({ id, goal, name }) => (
                <th key={id}>
                  {goal} {text(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {codes.map((code) => (
              <tr key={code}>
                <td className="nowrap">{regionName(code)}</td>
                {milestones.map(({ id, coverage }) => {
                  const row = coverage?.find(({ region }) => region === code)
                  return (
                    <td key={id}>
                      {row === undefined ? '—' : says.coverageStates[row.state]} {row?.document}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
