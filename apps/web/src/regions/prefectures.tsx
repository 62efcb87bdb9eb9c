import { useQuery } from '@tanstack/react-query'
import type { Region, Series } from '@xushi/contract'
import { prefecturesQuery, regionsQuery, seriesQuery } from '../api/queries.ts'
import { useTimes } from '../app/address.ts'
import { useText, useWords } from '../language/language.tsx'
import { QueryState } from '../states/states.tsx'
import { StatusShape } from '../status/status-glyph.tsx'
import { type Answer, answersOf } from './prefecture-answers.ts'
import { regionWords } from './region.words.ts'
import type { RegionRow } from './region-summary.ts'

type PrefecturesProps = { readonly province: string; readonly row: RegionRow; readonly on: string }

/** A yes-or-no goal prefecture by prefecture: 已, 未, 未报. 计划单列市 are prefectures too. */
export function Prefectures({ province, row, on }: PrefecturesProps) {
  const series = useQuery(seriesQuery(row.id, useTimes()))
  const prefectures = useQuery(prefecturesQuery).data?.regions ?? []
  const others = useQuery(regionsQuery).data?.regions ?? []
  const inside = [...prefectures, ...others]
    .filter(({ parent, level }) => parent === province && level !== 'corps')
    .sort((a, b) => (a.code < b.code ? -1 : 1))
  if (inside.length === 0) return null
  return <QueryState query={series}>{(data) => <List row={row} inside={inside} series={data} on={on} />}</QueryState>
}

type ListProps = {
  readonly row: RegionRow
  readonly inside: readonly Region[]
  readonly series: Series
  readonly on: string
}

function List({ row, inside, series, on }: ListProps) {
  const says = useWords(regionWords)
  const text = useText()
  const answers = answersOf(series, on)
  const yes = inside.filter(({ code }) => answers.get(code) === 'yes').length
  return (
    <section>
      <div className="section-head regions-list-head">
        <h2>
          {row.goal} {text(row.name)}　{says.prefectures}
        </h2>
        <span className="label">{says.prefecturesOf(yes, inside.length)}</span>
      </div>
      <ul className="prefectures">
        {inside.map(({ code, shortName }) => (
          <li key={code}>
            <span>{text(shortName)}</span>
            <Said answer={answers.get(code)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Said({ answer }: { answer: Answer | undefined }) {
  const says = useWords(regionWords)
  if (answer === undefined)
    return (
      <span className="region-owed">
        <StatusShape status="no-data" size={12} />
        {says.missing}
      </span>
    )
  return (
    <span className="prefecture-said">
      <StatusShape status={answer === 'yes' ? 'achieved' : 'not-started'} size={12} />
      {answer === 'yes' ? says.yes : says.no}
    </span>
  )
}
