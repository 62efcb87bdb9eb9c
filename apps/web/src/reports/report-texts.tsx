import { useMutation, useQueryClient } from '@tanstack/react-query'
import { editReport, longestReportText, type ReportPage } from '@xushi/contract'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { useText, useWords } from '../language/language.tsx'
import { ProblemState } from '../states/states.tsx'
import { reportsWords } from './reports.words.ts'

/** What its author writes: a foreword, a note to each chapter. Who is not its author reads it. */
export function ReportTexts({ report }: { report: ReportPage }) {
  const says = useWords(reportsWords)
  const text = useText()
  const client = useQueryClient()
  const { id, version, places, texts, moves } = report
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(texts)
  const mayEdit = moves.includes('edit')
  const written = Object.fromEntries(Object.entries(typed).filter(([, said]) => said.trim() !== ''))
  const isChanged = JSON.stringify(written) !== JSON.stringify(texts)
  const saving = useMutation({
    mutationFn: () => call(editReport, { params: { id }, body: { version, texts: written } }),
    onSuccess: (next) => {
      client.setQueryData(['reports', 'one', id], next)
      return client.invalidateQueries({ queryKey: ['reports'] })
    },
  })
  if (!mayEdit) return null
  return (
    <details className="report-texts no-print" open={isChanged || Object.keys(texts).length > 0}>
      <summary>{says.texts}</summary>
      <p className="second">{says.textsHint}</p>
      {places.map((place) => (
        <label key={place.id}>
          <span>{text(place.name)}</span>
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 14 }}
            maxLength={longestReportText}
            value={typed[place.id] ?? ''}
            onChange={({ target }) => setTyped({ ...typed, [place.id]: target.value })}
          />
        </label>
      ))}
      {saving.isError && <ProblemState error={saving.error} />}
      <p>
        <Button type="primary" disabled={!isChanged} loading={saving.isPending} onClick={() => saving.mutate()}>
          {says.save}
        </Button>{' '}
        {isChanged && <span className="second">{says.unsaved}</span>}
      </p>
    </details>
  )
}
