import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type MilestoneEvent, recordMilestoneEvent, submitMilestoneEvent } from '@xushi/contract'
import { Button, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { call } from '../api/call.ts'
import { DateField } from '../app/date-field.tsx'
import { useWords } from '../language/language.tsx'
import { Notice, ProblemState } from '../states/states.tsx'
import { goalWords } from './goals.words.ts'

type Kind = MilestoneEvent['kind']
const kinds: readonly Kind[] = ['planned', 'stage', 'moved', 'done', 'issue']
const blank = { kind: 'stage' as Kind, on: '', expectedOn: '', stage: '', number: '', documentNumber: '', note: '' }

/** One event of a milestone; only what its kind asks for is shown. */
export function MilestoneForm({ goal }: { goal: string }) {
  const says = useWords(goalWords)
  const client = useQueryClient()
  const [typed, setTyped] = useState(blank)
  const set = (change: Partial<typeof blank>) => setTyped({ ...typed, ...change })
  const { kind, on, expectedOn, stage, number, documentNumber, note } = typed
  const saving = useMutation({
    mutationFn: async (then: 'save' | 'submit') => {
      const body = {
        kind,
        on,
        ...(expectedOn !== '' && { expectedOn }),
        ...(stage.trim() !== '' && { stage: stage.trim() }),
        ...(number !== '' && { number: Number(number) }),
        ...(documentNumber.trim() !== '' && { documentNumber: documentNumber.trim() }),
        ...(note.trim() !== '' && { note: note.trim() }),
      }
      const draft = await call(recordMilestoneEvent, { params: { goal }, body })
      if (then === 'save') return draft
      return call(submitMilestoneEvent, { params: { id: draft.id }, body: { version: draft.version } })
    },
    onSuccess: () => setTyped(blank),
    onSettled: () => client.invalidateQueries(),
  })
  const isDated = kind === 'planned' || kind === 'moved'
  return (
    <details className="goal-form">
      <summary className="button">{says.record}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (on !== '') saving.mutate('submit')
        }}
      >
        <Field label={says.kind}>
          <Select
            aria-label={says.kind}
            value={kind}
            onChange={(chosen: Kind) => set({ kind: chosen })}
            options={kinds.map((value) => ({ value, label: says.kinds[value] }))}
          />
        </Field>
        <Field label={says.on}>
          <DateField label={says.on} calendarLabel={says.calendar} value={on} onChoose={(day) => set({ on: day })} />
        </Field>
        {isDated && (
          <Field label={says.expectedOn}>
            <DateField
              label={says.expectedOn}
              calendarLabel={says.calendar}
              value={expectedOn}
              onChoose={(day) => set({ expectedOn: day })}
            />
          </Field>
        )}
        {kind === 'stage' && (
          <Field label={says.stage}>
            <Input
              aria-label={says.stage}
              maxLength={300}
              value={stage}
              onChange={({ target }) => set({ stage: target.value })}
            />
          </Field>
        )}
        {kind === 'issue' && (
          <Field label={says.number}>
            <Input
              aria-label={says.number}
              inputMode="numeric"
              maxLength={4}
              value={number}
              onChange={({ target }) => set({ number: target.value.replace(/\D/g, '') })}
            />
          </Field>
        )}
        {kind === 'done' && (
          <Field label={says.documentNumber}>
            <Input
              aria-label={says.documentNumber}
              maxLength={300}
              value={documentNumber}
              onChange={({ target }) => set({ documentNumber: target.value })}
            />
          </Field>
        )}
        <Field label={says.note}>
          <Input.TextArea
            aria-label={says.note}
            rows={2}
            maxLength={4000}
            value={note}
            onChange={({ target }) => set({ note: target.value })}
          />
        </Field>
        {saving.isError && <ProblemState error={saving.error} />}
        {saving.isSuccess && <Notice kind="done" title={saving.variables === 'save' ? says.drafted : says.saved} />}
        <div className="choices">
          <Button disabled={on === ''} loading={saving.isPending} onClick={() => saving.mutate('save')}>
            {says.save}
          </Button>
          <Button type="primary" htmlType="submit" disabled={on === ''} loading={saving.isPending}>
            {says.submit}
          </Button>
        </div>
      </form>
    </details>
  )
}

export function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="note-field">
      <span className="block">{label}</span>
      {children}
    </div>
  )
}
