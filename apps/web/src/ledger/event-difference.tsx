import { entryStateNames } from '@xushi/contract'
import type { Text } from '@xushi/domain'
import { useText, useWords } from '../language/language.tsx'
import { eventChanges, type FieldChange } from './event-changes.ts'
import { fieldWords } from './field.words.ts'
import { ledgerWords } from './ledger.words.ts'

type Props = { readonly before: unknown; readonly after: unknown; readonly nameOf: ReadonlyMap<string, string> }

/** What an event changed, field by field and side by side; what stayed, and what is new or gone as a whole, folded. */
export function EventDifference({ before, after, nameOf }: Props) {
  const says = useWords(ledgerWords)
  const { changed, unchanged } = eventChanges(before, after)
  if (changed.length + unchanged.length === 0) return null
  const table = (fields: readonly FieldChange[], caption: string) => (
    <FieldTable fields={fields} caption={caption} sides={{ before, after }} nameOf={nameOf} />
  )
  if (before === null || after === null) {
    const caption = before === null ? says.created(changed.length) : says.removed(changed.length)
    return (
      <details className="ledger-fold">
        <summary>{caption}</summary>
        {table(changed, caption)}
      </details>
    )
  }
  return (
    <>
      {changed.length === 0 ? <p className="second">{says.same}</p> : table(changed, says.changed(changed.length))}
      {unchanged.length > 0 && (
        <details className="ledger-fold">
          <summary>{says.unchanged(unchanged.length)}</summary>
          {table(unchanged, says.unchanged(unchanged.length))}
        </details>
      )}
    </>
  )
}

type TableProps = {
  readonly fields: readonly FieldChange[]
  readonly caption: string
  readonly sides: { readonly before: unknown; readonly after: unknown }
  readonly nameOf: ReadonlyMap<string, string>
}

function FieldTable({ fields, caption, sides, nameOf }: TableProps) {
  const says = useWords(ledgerWords)
  const names: Readonly<Record<string, string>> = useWords(fieldWords)
  const told = useTold(nameOf)
  const fieldText = (field: string) => {
    // The content of a thing has fields of its own; a name that nobody knows stands as it is kept.
    const parts = field.split('.').map((part) => names[part] ?? part)
    return parts.join('·')
  }
  return (
    <table className="ledger-difference">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{says.field}</th>
          {sides.before !== null && <th scope="col">{says.before}</th>}
          {sides.after !== null && <th scope="col">{says.after}</th>}
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{fieldText(field)}</th>
            {sides.before !== null && <td>{told(before, field)}</td>}
            {sides.after !== null && <td>{told(after, field)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What people wrote is never taken for an id. */
const freeText = /^(note|title|name|username|displayName|reason|\w+Reason)$/

/** A value as the ledger keeps it: what has a name by its name, an empty text and nothing told apart. */
function useTold(nameOf: ReadonlyMap<string, string>): (value: unknown, field: string) => string {
  const says = useWords(ledgerWords)
  const text = useText()
  const states: Readonly<Record<string, Text>> = entryStateNames
  return (value, field) => {
    if (value === null || value === undefined) return says.none
    if (value === '') return says.emptyText
    if (typeof value === 'boolean') return value ? says.yes : says.no
    const state = field === 'state' ? states[String(value)] : undefined
    if (state !== undefined) return text(state)
    if (typeof value === 'string') return freeText.test(field) ? value : (nameOf.get(value) ?? value)
    return JSON.stringify(value)
  }
}
