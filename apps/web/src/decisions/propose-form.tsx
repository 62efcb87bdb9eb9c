import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ProposeDecision, proposeDecision } from '@xushi/contract'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { dashboardQuery } from '../api/queries.ts'
import { DateField } from '../app/date-field.tsx'
import { Field } from '../goals/milestone-form.tsx'
import { useText, useWords } from '../language/language.tsx'
import { Notice, ProblemState } from '../states/states.tsx'
import { decisionWords } from './decisions.words.ts'

/** What is decided on this page; plans, baselines, readings and thresholds are proposed over the API. */
const parts = ['opening', 'target', 'due', 'regional-target'] as const
type Part = (typeof parts)[number]
const comparators = ['at-least', 'more-than', 'equal', 'at-most'] as const
const bases = ['level', 'increment'] as const

const blank = {
  part: 'opening' as Part,
  indicator: '',
  reason: '',
  documentNumber: '',
  effectiveOn: '',
  number: '',
  text: '',
  on: '',
  comparator: 'at-least' as (typeof comparators)[number],
  basis: 'level' as (typeof bases)[number],
}
type Typed = typeof blank

function proposal(typed: Typed): ProposeDecision {
  const { indicator, reason, effectiveOn, documentNumber } = typed
  const number = Number(typed.number)
  const about = {
    indicator,
    reason: reason.trim(),
    effectiveOn,
    ...(documentNumber.trim() !== '' && { documentNumber: documentNumber.trim() }),
  }
  switch (typed.part) {
    case 'opening':
      return {
        part: 'opening',
        ...about,
        value: { openedOn: typed.on, balance: number, balanceSource: typed.text.trim() },
      }
    case 'target':
      return { part: 'target', ...about, value: { comparator: typed.comparator, value: number, basis: typed.basis } }
    case 'due':
      return { part: 'due', ...about, value: { on: typed.on, stated: true } }
    case 'regional-target':
      return { part: 'regional-target', ...about, value: { region: typed.text.trim(), value: number, on: typed.on } }
    default:
      return typed.part satisfies never
  }
}

/** Proposes one decision; a second person approves it. */
export function ProposeForm() {
  const says = useWords(decisionWords)
  const text = useText()
  const client = useQueryClient()
  const dashboard = useQuery(dashboardQuery({}))
  const [typed, setTyped] = useState(blank)
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change })
  const proposing = useMutation({
    mutationFn: () => call(proposeDecision, { body: proposal(typed) }),
    onSuccess: () => setTyped(blank),
    onSettled: () => client.invalidateQueries(),
  })
  const wantsNumber = typed.part !== 'due'
  const ready =
    typed.indicator !== '' &&
    typed.reason.trim() !== '' &&
    typed.effectiveOn !== '' &&
    (!wantsNumber || /^\d+(\.\d+)?$/.test(typed.number)) &&
    (typed.part === 'target' || typed.on !== '')
  const indicators = (dashboard.data?.indicators ?? []).filter(
    ({ kind }) => typed.part !== 'opening' || kind === 'counted',
  )
  const day = (key: 'on' | 'effectiveOn', label: string) => (
    <Field label={label}>
      <DateField label={label} calendarLabel={says.calendar} value={typed[key]} onChoose={(on) => set({ [key]: on })} />
    </Field>
  )
  const line = (key: 'number' | 'text' | 'documentNumber', label: string) => (
    <Field label={label}>
      <Input
        aria-label={label}
        maxLength={200}
        value={typed[key]}
        onChange={({ target }) => set({ [key]: target.value })}
      />
    </Field>
  )
  return (
    <details className="goal-form">
      <summary className="button">{says.propose}</summary>
      <form
        className="propose"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) proposing.mutate()
        }}
      >
        <Field label={says.part}>
          <Select
            aria-label={says.part}
            value={typed.part}
            onChange={(part: Part) => setTyped({ ...blank, part })}
            options={parts.map((value) => ({ value, label: says.parts[value] }))}
          />
        </Field>
        <Field label={says.indicator}>
          <Select
            aria-label={says.indicator}
            value={typed.indicator === '' ? null : typed.indicator}
            onChange={(indicator: string) => set({ indicator })}
            options={indicators.map(({ id, goal, name }) => ({ value: id, label: `${goal}　${text(name)}` }))}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Field>
        {typed.part === 'target' && (
          <>
            <Field label={says.comparator}>
              <Select
                aria-label={says.comparator}
                value={typed.comparator}
                onChange={(comparator: Typed['comparator']) => set({ comparator })}
                options={comparators.map((value) => ({ value, label: says.comparators[value] }))}
              />
            </Field>
            <Field label={says.basis}>
              <Select
                aria-label={says.basis}
                value={typed.basis}
                onChange={(basis: Typed['basis']) => set({ basis })}
                options={bases.map((value) => ({ value, label: says.bases[value] }))}
              />
            </Field>
          </>
        )}
        {typed.part === 'opening' && day('on', says.openedOn)}
        {typed.part === 'due' && day('on', says.dueOn)}
        {typed.part === 'regional-target' && line('text', says.region)}
        {typed.part === 'regional-target' && day('on', says.dueOn)}
        {wantsNumber && line('number', typed.part === 'opening' ? says.balance : says.number)}
        {typed.part === 'opening' && line('text', says.balanceSource)}
        {day('effectiveOn', says.effectiveOn)}
        {line('documentNumber', says.documentNumber)}
        <Field label={says.reason}>
          <Input.TextArea
            aria-label={says.reason}
            rows={2}
            maxLength={2000}
            value={typed.reason}
            onChange={({ target }) => set({ reason: target.value })}
          />
        </Field>
        {typed.effectiveOn !== '' && <p className="second">{says.will(says.parts[typed.part], typed.effectiveOn)}</p>}
        {proposing.isError && <ProblemState error={proposing.error} />}
        {proposing.isSuccess && <Notice kind="done" title={says.proposed} />}
        <div className="choices">
          <Button type="primary" htmlType="submit" disabled={!ready} loading={proposing.isPending}>
            {says.submit}
          </Button>
        </div>
      </form>
    </details>
  )
}
