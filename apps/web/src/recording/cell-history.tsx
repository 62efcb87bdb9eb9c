import type { RecordingCell, RecordingDesk } from '@xushi/contract'
import { exactNumber } from '@xushi/wording'
import { AmountText, WhyText } from '../figure/figure-text.tsx'
import { useWords } from '../language/language.tsx'
import { recordingWords } from './recording.words.ts'

/** Beside the field: the last values, the limits, and the plan where one applies. */
export function CellHistory({
  cell,
  assignment,
}: {
  cell: RecordingCell
  assignment: Pick<RecordingDesk['assignments'][number], 'unitOfMeasure' | 'decimals'>
}) {
  const says = useWords(recordingWords)
  const of = { unit: assignment.unitOfMeasure, decimals: assignment.decimals }
  return (
    <aside className="cell-history">
      <h3>{says.history}</h3>
      {cell.history.length === 0 ? (
        <p className="second">{says.noHistory}</p>
      ) : (
        <table>
          <tbody>
            {cell.history.map(({ period, value, absence, cumulative }) => (
              <tr key={period}>
                <td>{period}</td>
                <td className="number">
                  {value === null ? (
                    <WhyText why={absence ?? 'not-reported'} />
                  ) : (
                    <AmountText figure={{ known: true, value }} of={of} />
                  )}
                </td>
                <td className="number second">
                  {cumulative.known && cell.typed === 'period' && (
                    <>
                      {says.cumulative} <AmountText figure={cumulative} of={of} sense="total" unit={false} />
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="second">
        {says.plan}　{cell.plan.known ? <AmountText figure={cell.plan} of={of} /> : says.noPlan}
      </p>
      <p className="second">
        {says.limits(exactNumber(cell.minimum, of.decimals), exactNumber(cell.maximum, of.decimals))}
      </p>
    </aside>
  )
}
