import { useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import type { ReactNode } from 'react'

/** An act on a case that is folded away until somebody means it. */
export function CasePanel({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <details className="case-panel">
      <summary className="button">{title}</summary>
      <p className="second">{hint}</p>
      {children}
    </details>
  )
}

/** Everything on screen is asked again: an act on one case moves counts, lists and desks. */
export function useRenewAll() {
  const client = useQueryClient()
  return () => client.invalidateQueries()
}

export function ReasonField({ label, value, type }: { label: string; value: string; type: (value: string) => void }) {
  return (
    <label className="note-field">
      {label}
      <Input.TextArea rows={3} maxLength={2000} value={value} onChange={({ target }) => type(target.value)} />
    </label>
  )
}
