import { useQuery } from '@tanstack/react-query'
import type { PublishedFiling } from '@xushi/contract'
import { exactNumber } from '@xushi/wording'
import { indicatorQuery } from '../api/queries.ts'
import { AmountText } from '../figure/figure-text.tsx'
import { goalWords } from '../goals/goals.words.ts'
import { LagText } from '../lag/lag-text.tsx'
import { useText, useWords } from '../language/language.tsx'
import type { GoalFiling } from './change-filing.tsx'

/** What a filing says, field by field; a field that says nothing is left out. */
export function FilingContent({ filing }: { filing: GoalFiling }) {
  if ('kind' in filing) return <MilestoneContent filing={filing} />
  return 'period' in filing ? <NarrativeContent filing={filing} /> : <PublishedContent filing={filing} />
}

type Rows = readonly (readonly [name: string, said: string | null])[]

const Said = ({ rows }: { rows: Rows }) =>
  rows
    .filter(([, said]) => said !== null && said !== '')
    .flatMap(([name, said]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{said}</dd>])

function MilestoneContent({ filing }: { filing: Extract<GoalFiling, { kind: string }> }) {
  const says = useWords(goalWords)
  const rows: Rows = [
    [says.kind, says.kinds[filing.kind]],
    [says.on, filing.on],
    [says.expectedOn, filing.expectedOn],
    [says.stage, filing.stage],
    [says.number, filing.number === null ? null : String(filing.number)],
    [says.documentNumber, filing.documentNumber],
    [says.note, filing.note],
  ]
  return (
    <dl>
      <Said rows={rows} />
    </dl>
  )
}

function NarrativeContent({ filing }: { filing: Extract<GoalFiling, { period: string }> }) {
  const says = useWords(goalWords)
  const { period, progress, problems, next } = filing
  const rows: Rows = [
    [says.period, period],
    [says.progress, progress],
    [says.problems, problems],
    [says.next, next],
  ]
  return (
    <>
      <dl>
        <Said rows={rows} />
      </dl>
      {filing.lag !== null && <LagText lag={filing.lag} programme={filing.programme} />}
    </>
  )
}

function PublishedContent({ filing }: { filing: PublishedFiling }) {
  const says = useWords(goalWords)
  const rows: Rows = [
    [says.asOf, filing.on],
    [says.publishedOn, filing.publishedOn],
    [says.speaker, filing.speaker],
    [says.occasion, filing.occasion],
    [says.confidence, says.confidences[filing.confidence]],
    [says.link, filing.link],
    [says.note, filing.note],
  ]
  return (
    <dl>
      <dt>{says.value}</dt>
      <dd>
        <PublishedValue filing={filing} />
      </dd>
      <Said rows={rows} />
    </dl>
  )
}

function PublishedValue({ filing: { indicator, value, bound } }: { filing: PublishedFiling }) {
  const text = useText()
  const of = useQuery(indicatorQuery(indicator, {})).data?.judgement
  if (of === undefined) return null
  return (
    <>
      <b>
        <AmountText figure={{ known: true, value, ...(bound !== null && { bound }) }} of={of} />
      </b>{' '}
      <span className="second">
        {exactNumber(value, of.decimals)} {text(of.unit)}
      </span>
    </>
  )
}
