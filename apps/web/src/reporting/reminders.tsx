import { useQuery } from '@tanstack/react-query'
import type { Reporting } from '@xushi/contract'
import { daysBetween } from '@xushi/domain'
import { percent } from '@xushi/wording'
import { useState } from 'react'
import { prefecturesQuery, regionsQuery } from '../api/queries.ts'
import { useText, useWords } from '../language/language.tsx'
import { Notice } from '../states/states.tsx'
import { type OwedItem, type Owing, owedBy, reminderText } from './reminder-list.ts'
import { reportingWords } from './reporting.words.ts'

type Row = Reporting['units'][number]
type ItemText = (item: OwedItem, owing: Owing) => string

export const shareText = (share: number | null) => (share === null ? '—' : percent(share))

/** 催报: unit by unit what was asked for, what came and what is owed, to read, to print and to copy into a message. */
export function Reminders({ reporting, deadline }: { reporting: Reporting; deadline: string }) {
  const says = useWords(reportingWords)
  const text = useText()
  const itemText = useItemText()
  const [copied, setCopied] = useState<'done' | 'refused' | null>(null)
  const rows = reporting.units
    .map((row) => ({ row, owing: owedBy(row) }))
    .toSorted((a, b) => b.owing.count - a.owing.count || (a.row.unit.id < b.row.unit.id ? -1 : 1))
  const someOwe = rows.some(({ owing }) => owing.count > 0)
  const copy = async () => {
    const words = { head: says.listHead(reporting.period, deadline), and: says.and, line: says.listLine }
    const unit = ({ unit }: Owing) => text(unit.name)
    const list = reminderText(
      rows.map(({ owing }) => owing),
      { ...words, unit, item: itemText },
    )
    const clipboard: Clipboard | undefined = navigator.clipboard
    if (clipboard === undefined) return setCopied('refused')
    await clipboard.writeText(list).then(
      () => setCopied('done'),
      () => setCopied('refused'),
    )
  }
  return (
    <section className="reminders">
      <div className="section-head">
        <h2>{says.owedHead}</h2>
        <span className="label">{says.owedHint}</span>
        <span className="spacer" />
        {someOwe && (
          <span className="choices no-print">
            <span role="status">{copied === 'done' && says.copied}</span>
            <button type="button" className="button" onClick={copy}>
              {says.copy}
            </button>
            <button type="button" className="button quiet" onClick={() => window.print()}>
              {says.print}
            </button>
          </span>
        )}
      </div>
      {copied === 'refused' && <Notice kind="warning" title={says.notCopied} />}
      {!someOwe && <Notice kind="empty" title={says.nobodyOwes} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section className="scroll-x" aria-label={says.owedHead} tabIndex={0}>
        <table className="reminder-table">
          <thead>
            <tr>
              <th>{says.unit}</th>
              {[
                says.owed,
                says.expected,
                says.handedIn,
                says.late,
                says.counted,
                says.completeness,
                says.timeliness,
              ].map((head) => (
                <th className="number" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, owing }) => (
              <UnitRow key={row.unit.id} row={row} owing={owing} today={reporting.today} itemText={itemText} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

type RowProps = { readonly row: Row; readonly owing: Owing; readonly today: string; readonly itemText: ItemText }

function UnitRow({ row, owing, today, itemText }: RowProps) {
  const says = useWords(reportingWords)
  const text = useText()
  const { unit, cells, expected, handedIn, counted, completeness, timeliness } = row
  const late = cells.filter(({ timing }) => timing === 'late').length
  return (
    <tr>
      <td>
        {owing.count === 0 ? (
          text(unit.name)
        ) : (
          <details>
            <summary>{text(unit.name)}</summary>
            <ul>
              {owing.items.map((item) => (
                <li key={`${item.kind} ${item.indicator} ${item.deadline}`}>
                  {itemText(item, owing)}{' '}
                  <span className="label">{says.daysLate(daysBetween(item.deadline, today))}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
      <td className="number">{owing.count === 0 ? '' : <b>{owing.count}</b>}</td>
      <td className="number">{expected}</td>
      <td className="number">{handedIn}</td>
      <td className="number">{late === 0 ? '' : late}</td>
      <td className="number">{counted}</td>
      <td className="number">{shareText(completeness)}</td>
      <td className="number">{shareText(timeliness)}</td>
    </tr>
  )
}

/** An item in words: its name, and its regions where they are not the unit's own. */
function useItemText(): ItemText {
  const says = useWords(reportingWords)
  const text = useText()
  const regions = useQuery(regionsQuery).data?.regions ?? []
  const prefectures = useQuery(prefecturesQuery).data?.regions ?? []
  const names = new Map([...regions, ...prefectures].map(({ code, shortName }) => [code, text(shortName)]))
  return ({ kind, name, regions: of }, { unit }) => {
    const what = kind === 'confirmation' ? `${text(name)} ${says.confirmation}` : text(name)
    const elsewhere = of.filter((region) => region !== unit.region)
    if (elsewhere.length === 0) return what
    return `${what}${says.places(elsewhere.map((region) => names.get(region) ?? region))}`
  }
}
