import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { CaseList } from '@xushi/contract'
import { registersQuery } from '../api/queries.ts'
import { AmountText, WhyText } from '../figure/figure-text.tsx'
import { useText, useWords } from '../language/language.tsx'
import { registerWords } from './registers.words.ts'

/** 十从百、千中遴选: the sources side by side, and how many of the chosen came from each. Never a sum. */
export function TenPanel({ list }: { list: CaseList }) {
  const says = useWords(registerWords)
  const text = useText()
  const { on, knownAt } = useSearch({ from: '__root__' })
  const { data } = useQuery(registersQuery({ on, knownAt }))
  const { register } = list
  const sources = (data?.registers ?? []).filter(({ id }) => register.chosenFrom.includes(id))
  const chosen = list.cases.filter(({ inForce }) => inForce)
  return (
    <section className="ten">
      <div className="section-head">
        <h2>{says.tenTitle}</h2>
        <span className="label">{says.tenHint}</span>
      </div>
      <div className="ten-flow">
        <ul className="ten-sources">
          {sources.map((source) => {
            const from = chosen.filter((one) => one.source?.register === source.id)
            return (
              <li key={source.id} className="ten-source">
                <p>
                  <Link to="/registers/$register" params={{ register: source.id }}>
                    {text(source.indicator)}
                  </Link>
                </p>
                <p className="ten-count">
                  {source.count.known ? (
                    <AmountText figure={source.count} of={{ unit: source.unitOfMeasure, decimals: 0 }} sense="total" />
                  ) : (
                    <WhyText why={source.count.why} />
                  )}
                </p>
                <p className="ten-arrow">
                  <span aria-hidden="true">→ </span>
                  {says.chosenOf(from.length)}
                </p>
              </li>
            )
          })}
        </ul>
        <ol className="ten-seats">
          {chosen.map((one) => (
            <li key={one.id} className="ten-seat">
              <Link to="/cases/$id" params={{ id: one.id }}>
                {one.title}
              </Link>
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}
