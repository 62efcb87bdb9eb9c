import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import {
  approveCase,
  type Case,
  type CaseDetail,
  deleteCase,
  mergeCase,
  promoteCase,
  returnCase,
  submitCase,
  withdrawCase,
} from '@xushi/contract'
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { call } from '../api/call.ts'
import { caseQuery, casesQuery, registersQuery } from '../api/queries.ts'
import { AntFrame } from '../app/ant-frame.tsx'
import { DateField } from '../app/date-field.tsx'
import { Demo } from '../app/demo.tsx'
import { useTitle } from '../app/title.ts'
import { EvidenceList } from '../evidence/evidence-list.tsx'
import { FilingHistory } from '../filings/filing-history.tsx'
import { FilingMoves, type MoveCalls } from '../filings/filing-moves.tsx'
import { filingWords } from '../filings/filings.words.ts'
import { useText, useWords } from '../language/language.tsx'
import { ProblemState, QueryState } from '../states/states.tsx'
import { EntryStateMark } from '../status/entry-state.tsx'
import { CaseFields, type TypedCase, typedFields } from './case-fields.tsx'
import { registerWords } from './registers.words.ts'
import './registers.css'

const calls: MoveCalls = {
  submission: ({ id, version }) => call(submitCase, { params: { id }, body: { version } }),
  approval: ({ id, version }) => call(approveCase, { params: { id }, body: { version } }),
  return: ({ id, version }, reason) => call(returnCase, { params: { id }, body: { version, reason } }),
  delete: ({ id, version }) => call(deleteCase, { params: { id }, querystring: { version } }),
}
/** A waiting case is taken back; an approved one leaves from a day on, which asks for more. */
const takingBack: MoveCalls = {
  ...calls,
  withdrawal: ({ id, version }) => call(withdrawCase, { params: { id }, body: { version } }),
}

/** One case: what it says, where it is on its way, the lists it is in, and everything that happened to it. */
export function CasePage() {
  const says = useWords(registerWords)
  const { id } = useParams({ from: '/cases/$id' })
  const query = useQuery(caseQuery(id))
  useTitle(query.data?.case.title ?? says.case)
  return (
    <AntFrame>
      <QueryState query={query}>{(detail) => <Content detail={detail} />}</QueryState>
    </AntFrame>
  )
}

function Content({ detail }: { detail: CaseDetail }) {
  const says = useWords(registerWords)
  const navigate = useNavigate()
  const { case: one, register } = detail
  const isApproved = one.state === 'approved'
  return (
    <>
      <CaseHead detail={detail} />
      <div className="case-columns">
        <div>
          <Section title={says.track}>
            <Track detail={detail} />
          </Section>
          <Section title={says.fields}>
            <Fields detail={detail} />
          </Section>
          {detail.lists.length > 0 && (
            <Section title={says.lists}>
              <CaseLinks cases={detail.lists} />
            </Section>
          )}
          {detail.merged.length > 0 && (
            <Section title={says.merged}>
              <CaseLinks cases={detail.merged} />
            </Section>
          )}
          {one.source === null && <EvidenceList subject={{ subjectKind: 'filing', subject: one.id }} />}
          <Section title={says.history} hint={says.versions(detail.versions.length)}>
            <FilingHistory history={detail.history} />
          </Section>
        </div>
        <aside className="no-print">
          <FilingMoves
            filing={one}
            calls={isApproved ? calls : takingBack}
            after={() => navigate({ to: '/registers/$register', params: { register: register.id } })}
          />
          {(one.moves.includes('edit') || one.moves.includes('correction')) && (
            <p className="choices">
              <Link className="button" to="/cases/$id/edit" params={{ id: one.id }}>
                {isApproved ? says.correct : says.edit}
              </Link>
            </p>
          )}
          {one.moves.includes('promotion') && <Promote detail={detail} />}
          {isApproved && one.moves.includes('withdrawal') && <Leave one={one} />}
          {isApproved && one.moves.includes('withdrawal') && one.source === null && <Merge one={one} />}
        </aside>
      </div>
    </>
  )
}

function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="case-section">
      <div className="section-head">
        <h2>{title}</h2>
        {hint !== undefined && <span className="label">{hint}</span>}
      </div>
      {children}
    </section>
  )
}

function CaseHead({ detail: { case: one, register } }: { detail: CaseDetail }) {
  const says = useWords(registerWords)
  const filing = useWords(filingWords)
  const text = useText()
  return (
    <header className="register-head">
      <p className="label">
        <Link to="/registers/$register" params={{ register: register.id }}>
          {text(register.name)}
        </Link>
      </p>
      <h1>
        {one.title === '' ? '—' : one.title} {one.demo && <Demo />}
      </h1>
      <p className="register-count">
        <EntryStateMark state={one.state} />
        <span className="second">{counting(one, says)}</span>
        <span className="second">{text(one.unit.name)}</span>
        <span className="second">
          {filing.recordedBy} {one.recorder.name}
          {one.unitReviewer !== null && `，${filing.reviewedBy} ${one.unitReviewer.name}`}
          {one.approver !== null && `，${filing.approvedBy} ${one.approver.name}`}
        </span>
      </p>
      {one.returnReason !== null && one.state === 'returned' && (
        <p className="wrong">
          {filing.returnReason}：{one.returnReason}
        </p>
      )}
      {one.correctionReason !== null && (
        <p className="second">
          {filing.correctionReason}：{one.correctionReason}
        </p>
      )}
    </header>
  )
}

type Says = {
  readonly countsNot: string
  readonly countsFrom: (on: string) => string
  readonly countsUntil: (from: string, to: string) => string
}

function counting({ validFrom, validTo }: Case, says: Says): string {
  if (validFrom === null) return says.countsNot
  return validTo === null ? says.countsFrom(validFrom) : says.countsUntil(validFrom, validTo)
}

function Track({ detail: { case: one, register } }: { detail: CaseDetail }) {
  const text = useText()
  return (
    <ol className="case-track">
      {register.stages.map(({ id, name }) => {
        const on = one.stages[id]
        return (
          <li
            key={id}
            className="case-step"
            data-reached={on !== undefined}
            aria-current={one.stage === id ? 'step' : undefined}
          >
            <b>{text(name)}</b>
            <span className="label">{on ?? '—'}</span>
          </li>
        )
      })}
    </ol>
  )
}

function Fields({ detail: { case: one, register } }: { detail: CaseDetail }) {
  const says = useWords(registerWords)
  const text = useText()
  return (
    <dl className="case-fields">
      {register.fields.map(({ id, name, choices }) => {
        const value = one.fields[id]
        const chosen = choices.find((choice) => choice.id === value)
        return (
          <div key={id}>
            <dt>{text(name)}</dt>
            <dd>{value === undefined ? '—' : chosen === undefined ? String(value) : text(chosen.name)}</dd>
          </div>
        )
      })}
      {one.note !== '' && (
        <div>
          <dt>{says.note}</dt>
          <dd>{one.note}</dd>
        </div>
      )}
    </dl>
  )
}

function CaseLinks({ cases }: { cases: readonly Case[] }) {
  const says = useWords(registerWords)
  const text = useText()
  const { data } = useQuery(registersQuery({}))
  const nameOf = (register: string) => {
    const found = data?.registers.find(({ id }) => id === register)
    return found === undefined ? register : text(found.name)
  }
  return (
    <ul className="case-links">
      {cases.map((one) => (
        <li key={one.id} className="case-link">
          <Link to="/cases/$id" params={{ id: one.id }}>
            {nameOf(one.register)}　{one.title}
          </Link>{' '}
          <EntryStateMark state={one.state} /> <span className="second">{counting(one, says)}</span>
        </li>
      ))}
    </ul>
  )
}

function Panel({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <details className="case-panel">
      <summary className="button">{title}</summary>
      <p className="second">{hint}</p>
      {children}
    </details>
  )
}

function useRenew() {
  const client = useQueryClient()
  return () => client.invalidateQueries()
}

/** 退出: from a day on, with the reason. */
function Leave({ one }: { one: Case }) {
  const says = useWords(registerWords)
  const renew = useRenew()
  const [on, setOn] = useState('')
  const [reason, setReason] = useState('')
  const leaving = useMutation({
    mutationFn: () =>
      call(withdrawCase, {
        params: { id: one.id },
        body: { version: one.version, reason: reason.trim(), ...(on !== '' && { on }) },
      }),
    onSettled: renew,
  })
  return (
    <Panel title={says.leave} hint={says.leaveHint}>
      <p className="note-field">
        {says.leaveOn} <DateField label={says.leaveOn} calendarLabel={says.calendar} value={on} onChoose={setOn} />
      </p>
      <ReasonField label={says.reason} value={reason} type={setReason} />
      {leaving.isError && <ProblemState error={leaving.error} />}
      <Button danger disabled={reason.trim() === ''} loading={leaving.isPending} onClick={() => leaving.mutate()}>
        {says.leave}
      </Button>
    </Panel>
  )
}

function ReasonField({ label, value, type }: { label: string; value: string; type: (value: string) => void }) {
  return (
    <label className="note-field">
      {label}
      <Input.TextArea rows={3} maxLength={2000} value={value} onChange={({ target }) => type(target.value)} />
    </label>
  )
}

function Merge({ one }: { one: Case }) {
  const says = useWords(registerWords)
  const renew = useRenew()
  const [into, setInto] = useState('')
  const [reason, setReason] = useState('')
  const merging = useMutation({
    mutationFn: () =>
      call(mergeCase, {
        params: { id: one.id },
        body: { version: one.version, into: into.trim(), reason: reason.trim() },
      }),
    onSettled: renew,
  })
  return (
    <Panel title={says.merge} hint={says.mergeHint}>
      <label className="note-field">
        {says.mergeInto}
        <Input
          value={into}
          maxLength={64}
          onChange={({ target }) => setInto(target.value.replace(/^.*\/cases\//, ''))}
        />
      </label>
      <ReasonField label={says.reason} value={reason} type={setReason} />
      {merging.isError && <ProblemState error={merging.error} />}
      <Button
        danger
        disabled={into.trim() === '' || reason.trim() === ''}
        loading={merging.isPending}
        onClick={() => merging.mutate()}
      >
        {says.mergeIt}
      </Button>
    </Panel>
  )
}

/** 遴选: into a register that chooses out of this one, with the fields and stages that it asks for. */
function Promote({ detail: { case: one, register } }: { detail: CaseDetail }) {
  const says = useWords(registerWords)
  const text = useText()
  const [into] = register.chosenInto
  const target = useQuery({ ...casesQuery(into ?? '', {}), enabled: into !== undefined })
  if (into === undefined || target.data === undefined) return null
  const name = text(target.data.register.name)
  return (
    <Panel title={`${says.promote}${name}`} hint={says.promoteHint}>
      <PromoteForm one={one} register={target.data.register} />
    </Panel>
  )
}

function PromoteForm({ one, register }: { one: Case; register: CaseDetail['register'] }) {
  const says = useWords(registerWords)
  const renew = useRenew()
  const shared = register.fields.flatMap(({ id }) =>
    one.fields[id] === undefined ? [] : [[id, String(one.fields[id])]],
  )
  const [typed, setTyped] = useState<TypedCase>({
    unit: '',
    region: '',
    fields: Object.fromEntries(shared),
    stages: {},
    note: '',
    reason: '',
  })
  const promoting = useMutation({
    mutationFn: () => {
      const body = {
        into: register.id,
        reason: typed.reason.trim(),
        fields: typedFields(register, typed),
        stages: typed.stages,
      }
      return call(promoteCase, { params: { id: one.id }, body })
    },
    onSettled: renew,
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.reason.trim() !== '') promoting.mutate()
      }}
    >
      <CaseFields register={register} typed={typed} wrong={new Map()} change={setTyped} />
      <ReasonField label={says.promoteReason} value={typed.reason} type={(reason) => setTyped({ ...typed, reason })} />
      {promoting.isError && <ProblemState error={promoting.error} />}
      <Button type="primary" htmlType="submit" disabled={typed.reason.trim() === ''} loading={promoting.isPending}>
        {says.submit}
      </Button>
    </form>
  )
}
