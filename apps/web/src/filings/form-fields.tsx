import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../app/date-field.tsx'
import { useWords } from '../language/language.tsx'
import { filingWords } from './filings.words.ts'
import './form-fields.css'

/** A label over what it names. */
export function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="note-field">
      <span className="block">{label}</span>
      {children}
    </div>
  )
}

type Written = {
  readonly label: string
  readonly value: string
  readonly change: (text: string) => void
  readonly most?: number
  readonly isWrong?: boolean
  readonly placeholder?: string
}

/** One line of text. `keypad` asks a phone for digits. */
export function LineField({ label, value, change, most = 300, isWrong = false, placeholder, keypad, under }: Line) {
  return (
    <Field label={label}>
      <Input
        aria-label={label}
        maxLength={most}
        value={value}
        onChange={({ target }) => change(target.value)}
        status={isWrong ? 'error' : ''}
        {...(placeholder !== undefined && { placeholder })}
        {...(keypad !== undefined && { inputMode: keypad })}
      />
      {under !== undefined && <span className="second">{under}</span>}
    </Field>
  )
}
type Line = Written & { readonly keypad?: 'numeric' | 'decimal'; readonly under?: ReactNode }

/** Several lines of text. */
export function TextField({ label, value, change, most = 4000, isWrong = false, placeholder, rows = 2, under }: Lines) {
  return (
    <Field label={label}>
      <Input.TextArea
        aria-label={label}
        rows={rows}
        maxLength={most}
        value={value}
        onChange={({ target }) => change(target.value)}
        status={isWrong ? 'error' : ''}
        {...(placeholder !== undefined && { placeholder })}
      />
      {under !== undefined && <span className="second">{under}</span>}
    </Field>
  )
}
type Lines = Written & { readonly rows?: number; readonly under?: ReactNode }

export function DayField({ label, value, change }: { label: string; value: string; change: (day: string) => void }) {
  const says = useWords(filingWords)
  return (
    <Field label={label}>
      <DateField label={label} calendarLabel={says.calendar} value={value} onChoose={change} />
    </Field>
  )
}

type Choice<Value extends string | number> = {
  readonly label: string
  /** Null while nothing is chosen. */
  readonly value: Value | null
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly change: (value: Value) => void
  /** For long lists: finds an option by what is typed. */
  readonly search?: boolean
}

export function ChoiceField<Value extends string | number>({
  label,
  value,
  options,
  change,
  search = false,
}: Choice<Value>) {
  return (
    <Field label={label}>
      <Select<Value>
        aria-label={label}
        value={value}
        onChange={change}
        options={[...options]}
        showSearch={search ? { optionFilterProp: 'label' } : false}
      />
    </Field>
  )
}

/** The words of a list of values as options. */
export const optionsOf = <Value extends string>(values: readonly Value[], says: Readonly<Record<Value, string>>) =>
  values.map((value) => ({ value, label: says[value] }))
