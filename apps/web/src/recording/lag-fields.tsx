import type { LagReason, RecordingGrid } from '@xushi/contract'
import { Input, Select } from 'antd'
import { DateField } from '../app/date-field.tsx'
import { useText, useWords } from '../language/language.tsx'
import { recordingWords } from './recording.words.ts'
import type { Typed } from './typed-memory.ts'

const blank: LagReason = { cause: '', remedy: '', responsible: '', newDate: '' }

/** 滞后原因: cause, remedy, responsible unit and new date, handed in with the value. */
export function LagFields({
  typed,
  causes,
  change,
}: {
  typed: Typed
  causes: RecordingGrid['lagCauses']
  change: (lag: LagReason) => void
}) {
  const says = useWords(recordingWords)
  const text = useText()
  const lag = typed.lag ?? blank
  return (
    <fieldset className="lag-fields">
      <legend>{says.lagTitle}</legend>
      <p className="second">{says.lagHint}</p>
      <label>
        <span className="label">{says.lagCause}</span>
        <Select
          aria-label={says.lagCause}
          placeholder={says.choose}
          value={lag.cause === '' ? null : lag.cause}
          onChange={(cause) => change({ ...lag, cause: cause ?? '' })}
          options={causes.map(({ id, name }) => ({ value: id, label: text(name) }))}
        />
      </label>
      <label>
        <span className="label">{says.lagRemedy}</span>
        <Input.TextArea
          rows={2}
          maxLength={1000}
          value={lag.remedy}
          onChange={({ target }) => change({ ...lag, remedy: target.value })}
        />
      </label>
      <label>
        <span className="label">{says.lagResponsible}</span>
        <Input
          maxLength={200}
          value={lag.responsible}
          onChange={({ target }) => change({ ...lag, responsible: target.value })}
        />
      </label>
      <div>
        <span className="label">{says.lagDate}</span>
        <DateField
          label={says.lagDate}
          calendarLabel={says.calendar}
          value={lag.newDate}
          onChoose={(newDate) => change({ ...lag, newDate })}
        />
      </div>
    </fieldset>
  )
}
