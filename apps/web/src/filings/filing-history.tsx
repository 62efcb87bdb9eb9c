import type { CaseDetail } from '@xushi/contract'
import { shanghaiTime } from '@xushi/wording'
import { useWords } from '../language/language.tsx'
import { actionText, actionWords } from '../ledger/action.words.ts'
import { fieldWords } from '../ledger/field.words.ts'
import { filingWords } from './filings.words.ts'
import { differencesOf, reasonOf, whatOf } from './history-lines.ts'

/**
 * Every event of a filing and of the files behind it, oldest first: of what, why, and what it changed.
 *
 * @param props.names how fields, stages and choices of its own are called, by their ids
 */
export function FilingHistory({
  history,
  names = {},
}: {
  history: CaseDetail['history']
  names?: Readonly<Record<string, string>>
}) {
  const says = useWords(filingWords)
  const fields: Readonly<Record<string, string>> = useWords(fieldWords)
  const actions = useWords(actionWords)
  const order = Object.keys(names)
  return (
    <ol className="history">
      {history.map((event, index) => {
        const { seq, at, actorName, action } = event
        const what = whatOf(event)
        const reason = reasonOf(event)
        const rows = differencesOf(event, history.slice(0, index)).toSorted(
          (a, b) => order.indexOf(a.field) - order.indexOf(b.field),
        )
        return (
          <li key={seq}>
            <span className="label">{shanghaiTime(at)}</span> {actorName} {actionText(action, actions)}
            {what !== null && ` ${what}`}{' '}
            <span className="label">
              {says.seq} {seq}
            </span>
            {reason !== null && (
              <span className="second block">
                {fields.reason}：{reason}
              </span>
            )}
            {rows.length > 0 && (
              <span className="label block">
                {rows
                  .map(
                    ({ field, from, to }) =>
                      `${names[field] ?? fields[field] ?? field}：${names[from] ?? from} → ${names[to] ?? to}`,
                  )
                  .join('；')}
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
