import { useNavigate } from '@tanstack/react-router'
import type { Times } from '../api/queries.ts'
import { useWords } from '../language/language.tsx'
import { useTimes, useUnderstoodTimes } from './address.ts'
import { closesItself } from './closes-itself.ts'
import { DateField } from './date-field.tsx'
import { shellWords } from './shell.words.ts'

function useChoose() {
  const navigate = useNavigate()
  return (change: Times) => navigate({ to: '.', search: (before) => ({ ...before, ...change }), replace: true })
}

/** 截至, always in sight. Without a date it shows the one the server chose, and says that it is the default. */
export function OnPicker() {
  const says = useWords(shellWords)
  const { on } = useTimes()
  const understood = useUnderstoodTimes()
  const choose = useChoose()
  return (
    <div className="time-field" title={on === undefined ? says.onDefault : undefined}>
      <i>{says.on}</i>
      <DateField
        key={on ?? understood?.on ?? ''}
        label={says.on}
        calendarLabel={says.calendar}
        value={on ?? understood?.on ?? ''}
        onChoose={(date) => choose({ on: date === '' ? undefined : date })}
      />
      {on === undefined ? (
        understood !== undefined && <span className="by-default">{says.byDefault}</span>
      ) : (
        <button type="button" className="clear" aria-label={says.onReset} onClick={() => choose({ on: undefined })}>
          ×
        </button>
      )}
    </div>
  )
}

/** 知晓于, tucked away: most people never need it. */
export function KnownAtPicker() {
  const says = useWords(shellWords)
  const { knownAt } = useTimes()
  const choose = useChoose()
  return (
    <details className="known-at" {...closesItself}>
      <summary>
        <i>{says.knownAt}</i> {knownAt ?? says.now}
      </summary>
      <div>
        <p className="second">{says.knownAtHint}</p>
        <DateField
          key={knownAt ?? ''}
          label={says.knownAt}
          calendarLabel={says.calendar}
          value={knownAt ?? ''}
          onChoose={(date) => choose({ knownAt: date === '' ? undefined : date })}
        />
        {knownAt !== undefined && (
          <button type="button" className="button" onClick={() => choose({ knownAt: undefined })}>
            {says.knownAtReset}
          </button>
        )}
      </div>
    </details>
  )
}
