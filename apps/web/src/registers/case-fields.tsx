import { useQuery } from '@tanstack/react-query'
import type { Register } from '@xushi/contract'
import { creditCodeFault, skippedStages } from '@xushi/domain'
import { Input, Select } from 'antd'
import { regionsQuery, sessionQuery } from '../api/queries.ts'
import { DateField } from '../app/date-field.tsx'
import { useText, useWords } from '../language/language.tsx'
import { registerWords } from './registers.words.ts'

/** A case as it stands in the form: everything as text, as it was typed. */
export type TypedCase = {
  readonly unit: string
  readonly region: string
  readonly fields: Readonly<Record<string, string>>
  readonly stages: Readonly<Record<string, string>>
  readonly note: string
  readonly reason: string
}

type Field = Register['fields'][number]

/** The fields as the register wants them: whole numbers as numbers, what is empty left out. */
export function typedFields(register: Register, typed: TypedCase): Record<string, string | number> {
  const entries = register.fields.flatMap(({ id, kind }) => {
    const value = (typed.fields[id] ?? '').trim()
    if (value === '') return []
    return [[id, kind === 'whole' && /^\d+$/.test(value) ? Number(value) : value] as const]
  })
  return Object.fromEntries(entries)
}

type Props = {
  readonly register: Register
  readonly typed: TypedCase
  /** What the server found wrong, by JSON Pointer. */
  readonly wrong: ReadonlyMap<string, string>
  readonly change: (typed: TypedCase) => void
}

/** The fields and stages that a register defines, each with what is wrong with it beside it. */
export function CaseFields({ register, typed, wrong, change }: Props) {
  const says = useWords(registerWords)
  const text = useText()
  const session = useQuery(sessionQuery)
  const forNation = session.data?.user?.role === 'recorder'
  const skipped = new Set(skippedStages(register, typed.stages))
  return (
    <>
      {register.fields.map((field) => (
        <FieldInput
          key={field.id}
          field={field}
          value={typed.fields[field.id] ?? ''}
          wrong={wrong.get(`/fields/${field.id}`)}
          type={(value) => change({ ...typed, fields: { ...typed.fields, [field.id]: value } })}
        />
      ))}
      <fieldset className="case-stages">
        <legend>{says.stages}</legend>
        <p className="second">{says.stagesHint}</p>
        {register.stages.map(({ id, name, by }) => {
          const isOurs = by === 'unit' || forNation
          const fault = wrong.get(`/stages/${id}`)
          return (
            <div key={id} className="case-stage">
              <span>{text(name)}</span>
              {isOurs ? (
                <DateField
                  label={text(name)}
                  calendarLabel={says.calendar}
                  value={typed.stages[id] ?? ''}
                  onChoose={(on) => {
                    const { [id]: _, ...others } = typed.stages
                    change({ ...typed, stages: on === '' ? others : { ...others, [id]: on } })
                  }}
                />
              ) : (
                <span className="second">{typed.stages[id] ?? says.byMinistry}</span>
              )}
              {fault !== undefined && <span className="wrong second">{fault}</span>}
              {fault === undefined && skipped.has(id) && <span className="second">{says.stageSkipped}</span>}
            </div>
          )
        })}
        {wrong.has('/stages') && <p className="wrong second">{wrong.get('/stages')}</p>}
      </fieldset>
    </>
  )
}

type FieldProps = {
  readonly field: Field
  readonly value: string
  readonly wrong: string | undefined
  readonly type: (value: string) => void
}

function FieldInput({ field, value, wrong, type }: FieldProps) {
  const says = useWords(registerWords)
  const text = useText()
  const hint = useHint(field, value)
  const fault = wrong ?? hint.wrong
  return (
    <div className="note-field">
      {text(field.name)}
      {field.required && <span className="label">　{says.needed}</span>}
      <FieldControl field={field} value={value} isWrong={fault !== undefined} type={type} />
      {fault !== undefined && <span className="wrong second block">{fault}</span>}
      {fault === undefined && hint.right !== undefined && <span className="second block">{hint.right}</span>}
    </div>
  )
}

function FieldControl({ field, value, isWrong, type }: Omit<FieldProps, 'wrong'> & { readonly isWrong: boolean }) {
  const text = useText()
  const regions = useQuery(regionsQuery)
  const status = isWrong ? 'error' : ''
  const options =
    field.kind === 'choice'
      ? field.choices.map(({ id, name }) => ({ value: id, label: text(name) }))
      : (regions.data?.regions ?? []).map(({ code, name }) => ({ value: code, label: text(name) }))
  if (field.kind === 'choice' || field.kind === 'region')
    return (
      <Select
        aria-label={text(field.name)}
        value={value === '' ? null : value}
        allowClear
        status={status}
        onChange={(chosen?: string) => type(chosen ?? '')}
        options={options}
        showSearch={{ optionFilterProp: 'label' }}
      />
    )
  return (
    <Input
      aria-label={text(field.name)}
      value={value}
      status={status}
      aria-invalid={isWrong}
      maxLength={field.kind === 'text' ? 300 : 40}
      inputMode={field.kind === 'whole' ? 'numeric' : 'text'}
      autoComplete="off"
      placeholder={field.kind === 'date' ? '2020-10-29' : undefined}
      onChange={({ target }) => type(target.value)}
    />
  )
}

/** What can be told while one types: whether a credit code can be right. */
function useHint({ kind }: Field, value: string): { readonly wrong?: string; readonly right?: string } {
  const says = useWords(registerWords)
  if (kind !== 'credit-code' || value.length < 18) return {}
  const fault = creditCodeFault(value.trim())
  return fault === null ? { right: says.codeRight } : { wrong: says.codeWrong[fault] }
}
