import type { LagReason, Programme } from '@xushi/contract'
import { Input, Select } from 'antd'
import { DateField } from '../app/date-field.tsx'
import { useText, useWords } from '../language/language.tsx'
import { lagWords } from './lag.words.ts'
import '../filings/form-fields.css'
import './lag.css'

export const blankLag: LagReason = { cause: '', remedy: '', responsible: '', newDate: '' }

/** 滞后原因: cause, remedy, responsible unit and new date, handed in with what needs it. `refused` are the pointers of what the server refused. */
export function LagFields({
  lag = blankLag,
  of,
  causes,
  change,
  refused = [],
}: {
  lag?: LagReason | undefined
  of: 'value' | 'narrative'
  causes: Programme['lagCauses']
  change: (lag: LagReason) => void
  refused?: readonly string[]
}) {
  const says = useWords(lagWords)
  const text = useText()
  const isWrong = (part: keyof LagReason) => refused.includes(`/lag/${part}`)
  return (
    <fieldset className="lag-fields">
      <legend>{says.title}</legend>
      <p className="second">{of === 'value' ? says.ofValue : says.ofNarrative}</p>
      <label>
        <span className="label">{says.cause}</span>
        <Select
          aria-label={says.cause}
          status={isWrong('cause') ? 'error' : ''}
          placeholder={says.choose}
          value={lag.cause === '' ? null : lag.cause}
          onChange={(cause) => change({ ...lag, cause: cause ?? '' })}
          options={causes.map(({ id, name }) => ({ value: id, label: text(name) }))}
        />
      </label>
      <label>
        <span className="label">{says.remedy}</span>
        <Input.TextArea
          status={isWrong('remedy') ? 'error' : ''}
          rows={2}
          maxLength={1000}
          value={lag.remedy}
          onChange={({ target }) => change({ ...lag, remedy: target.value })}
        />
      </label>
      <label>
        <span className="label">{says.responsible}</span>
        <Input
          status={isWrong('responsible') ? 'error' : ''}
          maxLength={200}
          value={lag.responsible}
          onChange={({ target }) => change({ ...lag, responsible: target.value })}
        />
      </label>
      <div className={isWrong('newDate') ? 'wrong-date' : ''}>
        <span className="label">{says.newDate}</span>
        <DateField
          label={says.newDate}
          calendarLabel={says.calendar}
          value={lag.newDate}
          onChoose={(newDate) => change({ ...lag, newDate })}
        />
      </div>
    </fieldset>
  )
}
