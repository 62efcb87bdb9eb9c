import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { type Case, editCase, type Register, recordCase, submitCase } from '@xushi/contract'
import { Button, Input, Select } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { CallFailed, call } from '../api/call.ts'
import { caseQuery, casesQuery, confirmationsQuery, unitsQuery } from '../api/queries.ts'
import { AntFrame } from '../app/ant-frame.tsx'
import { useTitle } from '../app/title.ts'
import { EvidencePicker } from '../evidence/evidence-picker.tsx'
import { upload } from '../evidence/upload.ts'
import { useText, useWords } from '../language/language.tsx'
import { ownMemory } from '../session/own-memory.ts'
import { useOwner } from '../session/use-owner.ts'
import { ProblemState, QueryState } from '../states/states.tsx'
import { CaseFields, type TypedCase, typedFields } from './case-fields.tsx'
import { Duplicates } from './duplicates.tsx'
import { registerWords } from './registers.words.ts'
import './registers.css'

/** A new case of a register. */
export function NewCasePage() {
  const says = useWords(registerWords)
  const { register } = useParams({ from: '/registers/$register/new' })
  const account = useOwner()
  const query = useQuery(casesQuery(register, {}))
  useTitle(says.newCase)
  return (
    <AntFrame>
      <QueryState query={query}>
        {(list) => <CaseForm register={list.register} one={null} account={account} key={account} />}
      </QueryState>
    </AntFrame>
  )
}

/** A draft to change, or an approved case to correct. */
export function EditCasePage() {
  const says = useWords(registerWords)
  const { id } = useParams({ from: '/cases/$id/edit' })
  const account = useOwner()
  const query = useQuery(caseQuery(id))
  useTitle(says.editCase)
  return (
    <AntFrame>
      <QueryState query={query}>
        {(detail) => (
          <CaseForm
            register={detail.register}
            one={detail.case}
            account={account}
            key={`${account} ${detail.case.filing}`}
          />
        )}
      </QueryState>
    </AntFrame>
  )
}

const written = (one: Case | null): TypedCase => ({
  unit: one?.unit.id ?? '',
  region: one?.region ?? '',
  fields: Object.fromEntries(Object.entries(one?.fields ?? {}).map(([id, value]) => [id, String(value)])),
  stages: one?.stages ?? {},
  note: one?.note ?? '',
  reason: '',
})

type CaseFormProps = { readonly register: Register; readonly one: Case | null; readonly account: string }

function CaseForm({ register, one, account }: CaseFormProps) {
  const says = useWords(registerWords)
  const text = useText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const units = useUnits(register.id)
  const memory = useMemo(() => ownMemory(account), [account])
  const place = one === null ? `new-case ${register.id}` : `case ${one.filing}`
  const [saved] = useState(() => written(one))
  // Nothing else is kept in this place.
  const [typed, setTyped] = useState(() => (memory.recall(place) as TypedCase | null) ?? saved)
  useEffect(() => {
    if (typed !== saved) memory.remember(place, typed)
  }, [memory, place, typed, saved])
  const [files, setFiles] = useState<readonly File[]>([])
  const unit =
    typed.unit === '' ? (units.length === 1 ? units[0] : undefined) : units.find(({ id }) => id === typed.unit)
  const isCorrection = one?.state === 'approved'

  // What one attempt stored, the next one changes: a refused file or submission must not register the case twice.
  const known = useRef(one)
  const saving = useMutation({
    mutationFn: async (then: 'save' | 'submit') => {
      const content = { fields: typedFields(register, typed), stages: typed.stages, note: typed.note }
      const own = { unit: unit?.id ?? '', region: unit?.region ?? '' }
      const stored = await save(register, known.current, { ...typed, ...own }, content)
      known.current = stored
      for (const file of files) {
        await upload({ subjectKind: 'filing', subject: stored.id }, file, () => {})
        setFiles((left) => left.filter((other) => other !== file))
      }
      if (then === 'save') return stored
      return call(submitCase, { params: { id: stored.id }, body: { version: stored.version } })
    },
    onSuccess: async ({ id }) => {
      memory.forget(place)
      await client.invalidateQueries()
      return navigate({ to: '/cases/$id', params: { id } })
    },
    // Somebody may have registered the same thing meanwhile: it is to stand beside.
    onError: () => client.invalidateQueries({ queryKey: ['registers', 'duplicates'] }),
  })
  const problem = saving.error instanceof CallFailed ? saving.error.problem : null
  const wrong = new Map(problem?.errors?.map(({ pointer, detail }) => [pointer, detail]))
  const ready = (one !== null || unit !== undefined) && (!isCorrection || typed.reason.trim() !== '')
  return (
    <form
      className="case-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) saving.mutate('submit')
      }}
    >
      <p className="label">
        <Link to="/registers/$register" params={{ register: register.id }}>
          {text(register.name)}
        </Link>
      </p>
      <h1>{one === null ? says.newCase : isCorrection ? says.correct : says.editCase}</h1>
      {isCorrection && <p className="second">{says.correctHint}</p>}
      <div className="case-form-columns">
        <div>
          {one === null && (
            <label className="note-field">
              {says.chooseUnit}
              <Select
                aria-label={says.chooseUnit}
                value={unit?.id ?? null}
                onChange={(value: string) => setTyped({ ...typed, unit: value })}
                options={units.map(({ id, name }) => ({ value: id, label: text(name) }))}
                showSearch={{ optionFilterProp: 'label' }}
              />
            </label>
          )}
          <CaseFields register={register} typed={typed} wrong={wrong} change={setTyped} />
          <label className="note-field">
            {says.note}
            <Input.TextArea
              rows={2}
              maxLength={2000}
              value={typed.note}
              onChange={({ target }) => setTyped({ ...typed, note: target.value })}
            />
          </label>
          {isCorrection && (
            <label className="note-field">
              {says.reason}
              <Input.TextArea
                rows={2}
                maxLength={2000}
                value={typed.reason}
                onChange={({ target }) => setTyped({ ...typed, reason: target.value })}
              />
            </label>
          )}
          <EvidencePicker files={files} change={setFiles} needed={register.evidenceRequired} />
          {saving.isError && (
            <ProblemState error={saving.error}>
              {problem?.existing !== undefined && (
                <Link to="/cases/$id" params={{ id: problem.existing.id }} target="_blank">
                  {says.openExisting(problem.existing.title)}
                </Link>
              )}
            </ProblemState>
          )}
          <div className="choices">
            <Button
              disabled={!ready}
              loading={saving.isPending && saving.variables === 'save'}
              onClick={() => saving.mutate('save')}
            >
              {says.save}
            </Button>
            <Button
              type="primary"
              htmlType="submit"
              disabled={!ready}
              loading={saving.isPending && saving.variables === 'submit'}
            >
              {says.submit}
            </Button>
          </div>
        </div>
        <Duplicates register={register} typed={typed} except={one?.id} />
      </div>
    </form>
  )
}

type Content = {
  readonly fields: Record<string, string | number>
  readonly stages: Record<string, string>
  readonly note: string
}

function save(register: Register, one: Case | null, typed: TypedCase, content: Content): Promise<Case> {
  if (one === null) {
    const body = { region: typed.region, unit: typed.unit, ...content }
    return call(recordCase, { params: { register: register.id }, body })
  }
  const reason = typed.reason.trim()
  const body = { version: one.version, ...content, ...(reason !== '' && { reason }) }
  return call(editCase, { params: { id: one.id }, body })
}

/** The units in whose name the person may register: those whose list of the register they may confirm. */
function useUnits(register: string) {
  const confirmations = useQuery(confirmationsQuery(register))
  const units = useQuery(unitsQuery)
  const mine = new Set(confirmations.data?.mine.map(({ unit }) => unit.id))
  return (units.data?.units ?? []).filter(({ id }) => mine.has(id))
}
