import { isLocalDate } from '@xushi/domain'
import { useRef, useState } from 'react'

export type DateFieldProps = {
  /** The date as it stands; empty for none. */
  readonly value: string
  /** Called with a date that exists, or with an empty text. */
  readonly onChoose: (date: string) => void
  readonly label: string
  /** What the button says that opens the calendar. */
  readonly calendarLabel: string
}

/**
 * A date as the product writes it, YYYY-MM-DD, to type or to choose from the browser's own calendar. A plain date input would write
 * it in the order of the browser's language: 10/29/2020 under a Chinese page.
 */
export function DateField({ value, onChoose, label, calendarLabel }: DateFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const calendar = useRef<HTMLInputElement>(null)
  const text = typed ?? value
  const isWrong = text !== '' && !isLocalDate(text)
  const choose = () => {
    if (typed !== null && typed !== value && !isWrong) onChoose(typed)
    setTyped(null)
  }
  return (
    <span className="date-field">
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder="YYYY-MM-DD"
        maxLength={10}
        aria-label={label}
        aria-invalid={isWrong}
        value={text}
        onChange={({ target }) => setTyped(target.value.trim())}
        onBlur={choose}
        onKeyDown={({ key }) => {
          if (key === 'Enter') choose()
          if (key === 'Escape') setTyped(null)
        }}
      />
      <input
        ref={calendar}
        type="date"
        className="date-calendar"
        tabIndex={-1}
        aria-hidden="true"
        value={value}
        onChange={({ target }) => {
          if (target.value !== '') onChoose(target.value)
        }}
      />
      <button type="button" aria-label={calendarLabel} onClick={() => calendar.current?.showPicker()}>
        <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
          <path
            d="M2 3.5h12v10.5H2zM2 6.8h12M5.2 1.5v3.4M10.8 1.5v3.4"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.3"
          />
        </svg>
      </button>
    </span>
  )
}
