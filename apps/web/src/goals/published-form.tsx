import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type RecordPublishedFigure, recordPublishedFigure, submitPublishedFigure } from '@xushi/contract'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { DateField } from '../app/date-field.tsx'
import { exactNumber } from '../figure/format-figure.ts'
import { useText, useWords } from '../language/language.tsx'
import { readTypedValue } from '../recording/typed-value.ts'
import { Notice, ProblemState } from '../states/states.tsx'
import { goalWords } from './goals.words.ts'
import { Field } from './milestone-form.tsx'

type Measured = { readonly unit: { zh: string; en: string }; readonly decimals: number }
type Confidence = RecordPublishedFigure['confidence']
const bounds = ['exact', 'above', 'below', 'about'] as const
const confidences = ['primary', 'secondary', 'weak'] as const
const blank = {
  value: '',
  bound: 'exact' as (typeof bounds)[number],
  on: '',
  publishedOn: '',
  speaker: '',
  occasion: '',
  confidence: 'primary' as Confidence,
  link: '',
  note: '',
}

/** 登记公开数据: a figure that somebody said in public, with the day it speaks of, the day it was said, who and where. */
export function PublishedForm({ goal, of }: { goal: string; of: Measured }) {
  const says = useWords(goalWords)
  const text = useText()
  const client = useQueryClient()
  const [typed, setTyped] = useState(blank)
  const set = (change: Partial<typeof blank>) => setTyped({ ...typed, ...change })
  const reading = readTypedValue(typed.value, of.decimals)
  const saving = useMutation({
    mutationFn: async (then: 'save' | 'submit') => {
      if (reading.is !== 'value') throw new Error('no value to record')
      const { bound, on, publishedOn, confidence } = typed
      const [speaker, occasion, link, note] = [typed.speaker, typed.occasion, typed.link, typed.note].map((one) =>
        one.trim(),
      )
      const body = {
        indicator: goal,
        region: '000000',
        value: reading.value,
        ...(bound !== 'exact' && { bound }),
        on,
        precision: 'day' as const,
        publishedOn,
        speaker: speaker ?? '',
        occasion: occasion ?? '',
        confidence,
        ...(link !== '' && link !== undefined && { link }),
        ...(note !== '' && note !== undefined && { note }),
      }
      const draft = await call(recordPublishedFigure, { body })
      if (then === 'save') return draft
      return call(submitPublishedFigure, { params: { id: draft.id }, body: { version: draft.version } })
    },
    onSuccess: () => setTyped(blank),
    onSettled: () => client.invalidateQueries(),
  })
  const ready =
    reading.is === 'value' &&
    [typed.on, typed.publishedOn, typed.speaker.trim(), typed.occasion.trim()].every((one) => one !== '')
  const day = (key: 'on' | 'publishedOn', label: string) => (
    <Field label={label}>
      <DateField label={label} calendarLabel={says.calendar} value={typed[key]} onChoose={(on) => set({ [key]: on })} />
    </Field>
  )
  const line = (key: 'speaker' | 'occasion' | 'link', label: string) => (
    <Field label={label}>
      <Input
        aria-label={label}
        maxLength={key === 'link' ? 500 : 300}
        value={typed[key]}
        onChange={({ target }) => set({ [key]: target.value })}
      />
    </Field>
  )
  return (
    <section>
      <div className="section-head">
        <h2>{says.published}</h2>
      </div>
      <p className="second">{says.publishedHint}</p>
      <details className="goal-form">
        <summary className="button">{says.recordPublished}</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (ready) saving.mutate('submit')
          }}
        >
          <Field label={`${says.value}（${text(of.unit)}）`}>
            <Input
              aria-label={says.value}
              inputMode="decimal"
              status={reading.is === 'refused' ? 'error' : ''}
              value={typed.value}
              onChange={({ target }) => set({ value: target.value })}
            />
            {reading.is === 'value' && <span className="second">＝{exactNumber(reading.value, of.decimals)}</span>}
          </Field>
          <Field label={says.bound}>
            <Select
              aria-label={says.bound}
              value={typed.bound}
              onChange={(bound: (typeof bounds)[number]) => set({ bound })}
              options={bounds.map((value) => ({ value, label: says.bounds[value] }))}
            />
          </Field>
          {day('on', says.asOf)}
          {day('publishedOn', says.publishedOn)}
          {line('speaker', says.speaker)}
          {line('occasion', says.occasion)}
          <Field label={says.confidence}>
            <Select
              aria-label={says.confidence}
              value={typed.confidence}
              onChange={(confidence: Confidence) => set({ confidence })}
              options={confidences.map((value) => ({ value, label: says.confidences[value] }))}
            />
          </Field>
          {line('link', says.link)}
          <Field label={says.note}>
            <Input.TextArea
              aria-label={says.note}
              rows={2}
              maxLength={4000}
              value={typed.note}
              onChange={({ target }) => set({ note: target.value })}
            />
          </Field>
          {saving.isError && <ProblemState error={saving.error} />}
          {saving.isSuccess && <Notice kind="done" title={saving.variables === 'save' ? says.drafted : says.saved} />}
          <div className="choices">
            <Button disabled={!ready} onClick={() => saving.mutate('save')} loading={saving.isPending}>
              {says.save}
            </Button>
            <Button type="primary" htmlType="submit" disabled={!ready} loading={saving.isPending}>
              {says.submit}
            </Button>
          </div>
        </form>
      </details>
    </section>
  )
}
