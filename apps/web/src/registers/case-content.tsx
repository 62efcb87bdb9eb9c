import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Case, CaseDetail } from '@xushi/contract'
import type { ReactNode } from 'react'
import { registersQuery } from '../api/queries.ts'
import { useText, useWords } from '../language/language.tsx'
import { EntryStateMark } from '../status/entry-state.tsx'
import { counting } from './case-head.tsx'
import { registerWords } from './registers.words.ts'

export function CaseSection({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
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

export function CaseTrack({ detail: { case: one, register } }: { detail: CaseDetail }) {
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

export function CaseFieldValues({ detail: { case: one, register } }: { detail: CaseDetail }) {
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

export function CaseLinks({ cases }: { cases: readonly Case[] }) {
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
