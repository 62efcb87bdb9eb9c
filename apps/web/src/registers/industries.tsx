import { Link, useSearch } from '@tanstack/react-router'
import { type CaseList, industryCounts } from '@xushi/contract'
import { useMemo } from 'react'
import { useText, useWords } from '../language/language.tsx'
import { registerWords } from './registers.words.ts'

/** 分行业: how many cases in force each industry has; one narrows the list to it, and again to all. */
export function Industries({ list }: { list: CaseList }) {
  const says = useWords(registerWords)
  const text = useText()
  const { industry } = useSearch({ from: '/registers/$register' })
  const counts = useMemo(() => industryCounts(list.register, list.cases), [list])
  if (counts.length < 2) return null
  return (
    <div className="industries">
      <span className="label">{says.byIndustry}</span>
      <ul>
        {counts.map(({ id, name, count }) => (
          <li key={id}>
            <Link
              from="/registers/$register"
              to="/registers/$register"
              search={(before) => ({ ...before, industry: industry === id ? undefined : id })}
              replace
              aria-current={industry === id ? 'true' : undefined}
            >
              {text(name)} <b>{count}</b>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
