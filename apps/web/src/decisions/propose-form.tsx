import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Programme, type ProposeDecision, proposeDecision } from '@xushi/contract'
import { isLocalDate, type Text } from '@xushi/domain'
import { Button, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { call } from '../api/call.ts'
import { dashboardQuery, regionsQuery } from '../api/queries.ts'
import { useProgramme } from '../app/address.ts'
import { DateField } from '../app/date-field.tsx'
import { Field } from '../goals/milestone-form.tsx'
import { useText, useWords } from '../language/language.tsx'
import { Notice, ProblemState } from '../states/states.tsx'
import { decisionWords } from './decisions.words.ts'

const parts = ['opening', 'target', 'baseline', 'due', 'plan', 'regional-target', 'thresholds', 'reading'] as const
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
  textEn: '',
  second: '',
  points: '',
  ambiguity: 0,
  on: '',
  comparator: 'at-least' as (typeof comparators)[number],
  basis: 'level' as (typeof bases)[number],
}
type Typed = typeof blank

function proposal(typed: Typed, programme: string): ProposeDecision {
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
    case 'baseline':
      return {
        part: 'baseline',
        ...about,
        value: { value: number, on: typed.on, precision: 'day', source: both(typed) },
      }
    case 'plan':
      return { part: 'plan', ...about, value: { points: pointsOf(typed.points) ?? [] } }
    case 'thresholds': {
      const value = { onSchedule: number, slightlyBehind: Number(typed.second), author: both(typed) }
      const why = { zh: typed.reason.trim(), en: typed.reason.trim() }
      return { part: 'thresholds', ...ofProgramme(about, programme), value: { ...value, reason: why } }
    }
    case 'reading':
      return { part: 'reading', ...ofProgramme(about, programme), ambiguity: typed.ambiguity, value: both(typed) }
    case 'due':
      return { part: 'due', ...about, value: { on: typed.on, stated: true } }
    case 'regional-target':
      return { part: 'regional-target', ...about, value: { region: typed.text.trim(), value: number, on: typed.on } }
    default:
      return typed.part satisfies never
  }
}

const both = ({ text, textEn }: Typed) => ({ zh: text.trim(), en: textEn.trim() })

/** A decision about the whole programme names no indicator. */
function ofProgramme<About extends { readonly indicator: string }>(
  { indicator: _, ...about }: About,
  programme: string,
) {
  return { ...about, programme }
}

/** Lines of a date and a value; null where one of them is neither. */
function pointsOf(text: string): { on: string; value: number }[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const points = lines.flatMap((line) => {
    const [, on, value] = /^\s*(\d{4}-\d{2}-\d{2})[\s,，]+(\d+(?:\.\d+)?)\s*$/.exec(line) ?? []
    return on === undefined || value === undefined || !isLocalDate(on) ? [] : [{ on, value: Number(value) }]
  })
  return points.length === lines.length ? points : null
}

const isNumber = (text: string) => /^\d+(\.\d+)?$/.test(text)

/** Whether everything that a part needs is there. */
function isComplete(typed: Typed): boolean {
  if (typed.reason.trim() === '' || typed.effectiveOn === '') return false
  const isProgramme = typed.part === 'thresholds' || typed.part === 'reading'
  if (!isProgramme && typed.indicator === '') return false
  const saidTwice = typed.text.trim() !== '' && typed.textEn.trim() !== ''
  switch (typed.part) {
    case 'opening':
      return isNumber(typed.number) && typed.on !== ''
    case 'target':
      return isNumber(typed.number)
    case 'baseline':
      return isNumber(typed.number) && typed.on !== '' && saidTwice
    case 'due':
      return typed.on !== ''
    case 'plan':
      return pointsOf(typed.points) !== null
    case 'regional-target':
      return isNumber(typed.number) && typed.on !== '' && typed.text !== ''
    case 'thresholds':
      return isNumber(typed.number) && isNumber(typed.second) && saidTwice
    case 'reading':
      return typed.ambiguity !== 0 && saidTwice
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
  const regions = useQuery(regionsQuery)
  const programme = useProgramme()
  const [typed, setTyped] = useState(blank)
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change })
  const proposing = useMutation({
    mutationFn: () => call(proposeDecision, { body: proposal(typed, programme?.id ?? '') }),
    onSuccess: () => setTyped(blank),
    onSettled: () => client.invalidateQueries(),
  })
  const ready = isComplete(typed)
  const isProgramme = typed.part === 'thresholds' || typed.part === 'reading'
  const indicators = (dashboard.data?.indicators ?? []).filter(
    ({ kind }) => typed.part !== 'opening' || kind === 'counted',
  )
  const day = (key: 'on' | 'effectiveOn', label: string) => (
    <Field label={label}>
      <DateField label={label} calendarLabel={says.calendar} value={typed[key]} onChoose={(on) => set({ [key]: on })} />
    </Field>
  )
  const line = (key: 'number' | 'second' | 'text' | 'textEn' | 'documentNumber', label: string) => (
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
        {!isProgramme && (
          <Field label={says.indicator}>
            <Select
              aria-label={says.indicator}
              value={typed.indicator === '' ? null : typed.indicator}
              onChange={(indicator: string) => set({ indicator })}
              options={indicators.map(({ id, goal, name }) => ({ value: id, label: `${goal}　${text(name)}` }))}
              showSearch={{ optionFilterProp: 'label' }}
            />
          </Field>
        )}
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
        <PartFields
          typed={typed}
          set={set}
          line={line}
          day={day}
          regions={regions.data?.regions ?? []}
          programme={programme}
        />
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

type PartProps = {
  readonly typed: Typed
  readonly set: (change: Partial<Typed>) => void
  readonly line: (key: 'number' | 'second' | 'text' | 'textEn', label: string) => ReactNode
  readonly day: (key: 'on', label: string) => ReactNode
  readonly regions: readonly { readonly code: string; readonly name: Text }[]
  readonly programme: Programme | undefined
}

/** What one part asks for beside its reason and its day. */
function PartFields({ typed, set, line, day, regions, programme }: PartProps) {
  const says = useWords(decisionWords)
  const text = useText()
  switch (typed.part) {
    case 'opening':
      return (
        <>
          {day('on', says.openedOn)}
          {line('number', says.balance)}
          {line('text', says.balanceSource)}
        </>
      )
    case 'target':
      return line('number', says.number)
    case 'baseline':
      return (
        <>
          {line('number', says.baselineValue)}
          {day('on', says.baselineOn)}
          {line('text', says.sourceZh)}
          {line('textEn', says.sourceEn)}
        </>
      )
    case 'due':
      return day('on', says.dueOn)
    case 'plan':
      return (
        <Field label={says.points}>
          <Input.TextArea
            aria-label={says.points}
            rows={4}
            maxLength={4000}
            placeholder={says.pointsRule}
            status={pointsOf(typed.points) === null ? 'error' : ''}
            value={typed.points}
            onChange={({ target }) => set({ points: target.value })}
          />
          <span className="second">{says.pointsRule}</span>
        </Field>
      )
    case 'regional-target':
      return (
        <>
          <Field label={says.region}>
            <Select
              aria-label={says.region}
              value={typed.text === '' ? null : typed.text}
              onChange={(code: string) => set({ text: code })}
              options={regions
                .filter(({ code }) => code !== '000000')
                .map(({ code, name }) => ({ value: code, label: text(name) }))}
              showSearch={{ optionFilterProp: 'label' }}
            />
          </Field>
          {day('on', says.dueOn)}
          {line('number', says.number)}
        </>
      )
    case 'thresholds':
      return (
        <>
          {line('number', says.onSchedule)}
          {line('second', says.slightlyBehind)}
          {line('text', says.authorZh)}
          {line('textEn', says.authorEn)}
        </>
      )
    case 'reading':
      return (
        <>
          <Field label={says.ambiguity}>
            <Select
              aria-label={says.ambiguity}
              value={typed.ambiguity === 0 ? null : typed.ambiguity}
              onChange={(ambiguity: number) => set({ ambiguity })}
              options={(programme?.ambiguities ?? []).map(({ number, ambiguity }) => ({
                value: number,
                label: `${number}　${text(ambiguity)}`,
              }))}
              showSearch={{ optionFilterProp: 'label' }}
            />
          </Field>
          {line('text', says.readingZh)}
          {line('textEn', says.readingEn)}
        </>
      )
    default:
      return typed.part satisfies never
  }
}
