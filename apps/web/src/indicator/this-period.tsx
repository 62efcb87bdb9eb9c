import { useQuery } from '@tanstack/react-query'
import type { IndicatorPage } from '@xushi/contract'
import { narrativesQuery } from '../api/queries.ts'
import { useTimes } from '../app/address.ts'
import { Demo } from '../app/demo.tsx'
import { useWords } from '../language/language.tsx'
import { indicatorWords } from './indicator.words.ts'

/** 本期进展情况: what was last said of the goal in words for the nation, as it was approved by the two times of the page. */
export function ThisPeriod({ page }: { page: IndicatorPage }) {
  const says = useWords(indicatorWords)
  const { narratives = [] } = useQuery(narrativesQuery(page.judgement.goal, useTimes())).data ?? {}
  const last = narratives.find(({ region, state }) => region === '000000' && state === 'approved')
  if (last === undefined) return null
  return (
    <section className="this-period">
      <div className="section-head">
        <h2>{says.narrative}</h2>
        <span className="label">{last.period}</span>
        <span className="spacer" />
        {last.demo && <Demo />}
      </div>
      {(['progress', 'problems', 'next'] as const).map((part) => (
        <p key={part}>
          <b>{says.narrativeParts[part]}</b>
          {'　'}
          {last[part]}
        </p>
      ))}
    </section>
  )
}
