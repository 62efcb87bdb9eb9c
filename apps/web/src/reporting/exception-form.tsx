import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Calendar, grantException } from '@xushi/contract'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { dashboardQuery, unitsQuery } from '../api/queries.ts'
import { DateField } from '../app/date-field.tsx'
import { useText, useWords } from '../language/language.tsx'
import { ProblemState } from '../states/states.tsx'
import { reportingWords } from './reporting.words.ts'

const blank = { indicator: '', unit: '', period: '', untilOn: '', reason: '' }

/** Grants one unit a later day for one indicator and period. */
export function ExceptionForm({ calendar }: { calendar: Calendar }) {
  const says = useWords(reportingWords)
  const text = useText()
  const client = useQueryClient()
  const dashboard = useQuery(dashboardQuery({ programme: calendar.programme }))
  const units = useQuery(unitsQuery)
  const [typed, setTyped] = useState(blank)
  const granting = useMutation({
    mutationFn: () => call(grantException, { body: { ...typed, reason: typed.reason.trim() } }),
    onSuccess: () => setTyped(blank),
    onSettled: () => client.invalidateQueries(),
  })
  const ready = Object.values(typed).every((value) => value.trim() !== '')
  const choices = {
    unit: (units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: text(name) })),
    indicator: (dashboard.data?.indicators ?? []).map(({ id, name }) => ({ value: id, label: text(name) })),
    period: calendar.periods.map(({ period }) => ({ value: period, label: period })),
  }
  return (
    <details className="exception-form no-print">
      <summary className="button">{says.grant}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) granting.mutate()
        }}
      >
        {(['unit', 'indicator', 'period'] as const).map((field) => (
          <label className="note-field" key={field}>
            {says[field]}
            <Select
              aria-label={says[field]}
              value={typed[field] === '' ? null : typed[field]}
              onChange={(value: string) => setTyped({ ...typed, [field]: value })}
              options={choices[field]}
              showSearch={{ optionFilterProp: 'label' }}
            />
          </label>
        ))}
        <div className="note-field">
          {says.until}
          <DateField
            label={says.until}
            calendarLabel={says.chooseDate}
            value={typed.untilOn}
            onChoose={(untilOn) => setTyped({ ...typed, untilOn })}
          />
        </div>
        <label className="note-field">
          {says.reason}
          <Input.TextArea
            rows={2}
            maxLength={2000}
            value={typed.reason}
            onChange={({ target }) => setTyped({ ...typed, reason: target.value })}
          />
        </label>
        {granting.isError && <ProblemState error={granting.error} />}
        <Button type="primary" htmlType="submit" disabled={!ready} loading={granting.isPending}>
          {says.grant}
        </Button>
      </form>
    </details>
  )
}
