import { Link, useSearch } from '@tanstack/react-router'
import { type CaseList, industryCounts } from '@xushi/contract'
import { useMemo } from 'react'
import { useText, useWords } from '../language/language.tsx'
import { registerWords } from './registers.words.ts'

/** 在册，分行业、分地区: how many cases in force each has; one narrows the list to it, and again to all. */
export function InForceCounts({ list }: { list: CaseList }) {
  const says = useWords(registerWords)
  const text = useText()
  const industries = useMemo(() => industryCounts(list.register, list.cases), [list])
  const byRegion = list.byRegion.map(({ region, name, count }) => ({ id: region, name, count }))
  const named = ({ id, name, count }: (typeof industries)[number]) => ({ id, name: text(name), count })
  return (
    <>
      {industries.length > 1 && (
        <div className="in-force-counts">
          <span className="label">{says.byIndustry}</span>
          <Counts by="industry" counts={industries.map(named)} />
        </div>
      )}
      {byRegion.length > 1 && (
        <details className="in-force-counts">
          <summary className="label">{says.byRegion(byRegion.length)}</summary>
          <Counts by="region" counts={byRegion.map(named)} />
        </details>
      )}
    </>
  )
}

type CountsProps = {
  readonly by: 'industry' | 'region'
  readonly counts: readonly { readonly id: string; readonly name: string; readonly count: number }[]
}

function Counts({ by, counts }: CountsProps) {
  const chosen = useSearch({ from: '/registers/$register' })[by]
  return (
    <ul>
      {counts.map(({ id, name, count }) => (
        <li key={id}>
          <Link
            from="/registers/$register"
            to="/registers/$register"
            search={(before) => ({ ...before, [by]: chosen === id ? undefined : id })}
            replace
            aria-current={chosen === id ? 'true' : undefined}
          >
            {name} <b>{count}</b>
          </Link>
        </li>
      ))}
    </ul>
  )
}
