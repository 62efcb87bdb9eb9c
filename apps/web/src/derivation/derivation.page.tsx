import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { Derivation } from '@xushi/contract'
import { derivationQuery } from '../api/queries.ts'
import { useTimes } from '../app/address.ts'
import { useTitle } from '../app/title.ts'
import { AmountText, PercentText, PlanText, PointsText, WhyText } from '../figure/figure-text.tsx'
import { EntryRows } from '../indicator/entries-table.tsx'
import { indicatorWords } from '../indicator/indicator.words.ts'
import { useText, useWords, words } from '../language/language.tsx'
import { QueryState } from '../states/states.tsx'
import { StatusMark } from '../status/status-glyph.tsx'
import '../indicator/indicator.css'

const derivationWords = words(
  {
    title: (name: string) => `推导过程：${name}`,
    back: '回到指标',
    hint: '从原文到状态，每一步的算式、依据和结果。',
    step: '步骤',
    expression: '算式',
    result: '结果',
    method: '方法',
    steps: {
      baseline: '基期值',
      'source-of-record': '数据来源',
      aggregation: '地区汇总',
      actual: '实际',
      gain: '较基期增量',
      attainment: '完成率',
      achievement: '较基期进展',
      plan: '序时进度',
      'schedule-index': '序时指数',
      'percentage-points': '较序时百分点',
      status: '状态',
    },
    published: '公布数据：哪些计入，为什么',
    counts: '计入',
    not: '不计',
    reasons: {
      weak: '存疑',
      region: '非全国',
      'other-round': '其他轮次',
      'after-on': '晚于截至日',
      older: '已有更新的数',
      'before-baseline': '不晚于基期',
      later: '到期之后',
    },
    periods: '各期地区合计',
    missing: '未报',
    entries: '填报记录',
    of: (shown: number, total: number) => `显示${shown}条，共${total}条`,
    known: (seq: number) => `台账号${seq}`,
  },
  {
    title: (name: string) => `Derivation: ${name}`,
    back: 'Back to the indicator',
    hint: 'From the text to the status: formula, basis and result of each step.',
    step: 'Step',
    expression: 'Formula',
    result: 'Result',
    method: 'Method',
    steps: {
      baseline: 'Baseline',
      'source-of-record': 'Source of record',
      aggregation: 'Sum of regions',
      actual: 'Actual',
      gain: 'Gain on baseline',
      attainment: 'Attainment',
      achievement: 'From baseline',
      plan: 'Plan',
      'schedule-index': 'Schedule index',
      'percentage-points': 'Points to plan',
      status: 'Status',
    },
    published: 'Published figures: which count, and why',
    counts: 'counts',
    not: 'does not count',
    reasons: {
      weak: 'weak source',
      region: 'not the nation',
      'other-round': 'another round',
      'after-on': 'after the date asked for',
      older: 'a newer one is there',
      'before-baseline': 'not after the baseline',
      later: 'after the due date',
    },
    periods: 'Sums of regions by period',
    missing: 'missing',
    entries: 'Entries',
    of: (shown: number, total: number) => `${shown} of ${total}`,
    known: (seq: number) => `Ledger no. ${seq}`,
  },
)

/** Where a figure comes from, step by step: for the auditor, and for anybody who doubts. */
export function DerivationPage() {
  const { indicator } = useParams({ from: '/indicators/$indicator/derivation' })
  const query = useQuery(derivationQuery(indicator, useTimes()))
  return <QueryState query={query}>{(derivation) => <Content derivation={derivation} />}</QueryState>
}

function Content({ derivation }: { derivation: Derivation }) {
  const says = useWords(derivationWords)
  const clauses = useWords(indicatorWords)
  const text = useText()
  const { judgement } = derivation
  const title = says.title(text(judgement.name))
  useTitle(title)
  return (
    <article className="indicator">
      <p className="label">
        <Link to="/indicators/$indicator" params={{ indicator: judgement.id }}>
          ‹ {says.back}
        </Link>
      </p>
      <div className="indicator-head">
        <h1>{title}</h1>
        <StatusMark status={judgement.status} size={18} />
      </div>
      <p className="second">
        {says.hint}　{derivation.on} · {says.known(derivation.knownAt.seq)}
      </p>
      <blockquote className="clause">
        <span className="label nowrap">{clauses.question(judgement.clause.question)}</span>
        <q lang="zh-CN">{judgement.clause.quote}</q>
      </blockquote>
      <section className="scroll-x">
        <table className="steps">
          <thead>
            <tr>
              <th>{says.step}</th>
              <th>{says.expression}</th>
              <th className="number">{says.result}</th>
              <th>{says.method}</th>
            </tr>
          </thead>
          <tbody>
            {derivation.steps.map((step) => (
              <tr key={step.step}>
                <td>
                  <b>{says.steps[step.step]}</b>
                </td>
                <td className="formula">{step.expression ?? '—'}</td>
                <td className="number">
                  <StepResult step={step} judgement={judgement} />
                </td>
                <td className="label">{step.method}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <PublishedReasons derivation={derivation} />
      <Periods derivation={derivation} />
      {derivation.entries.length > 0 && (
        <section>
          <div className="section-head">
            <h2>{says.entries}</h2>
            <span className="label">{says.of(derivation.entries.length, derivation.entriesTotal)}</span>
          </div>
          <EntryRows entries={derivation.entries} of={judgement} />
        </section>
      )}
    </article>
  )
}

function StepResult({ step, judgement }: { step: Derivation['steps'][number]; judgement: Derivation['judgement'] }) {
  const { result, resultUnit, word } = step
  if (step.step === 'status') return <StatusMark status={judgement.status} />
  if (resultUnit === 'word') return <span>{word ?? '—'}</span>
  if (!result.known) return <WhyText why={result.why} />
  if (step.step === 'plan') return <PlanText value={result.value} of={judgement} />
  if (resultUnit === 'unit') return <AmountText figure={result} of={judgement} />
  if (resultUnit === 'percentage-points') return <PointsText figure={result} />
  return step.step === 'schedule-index' ? <span>{result.value.toFixed(2)}</span> : <PercentText figure={result} />
}

function PublishedReasons({ derivation }: { derivation: Derivation }) {
  const says = useWords(derivationWords)
  const text = useText()
  if (derivation.published.length === 0) return null
  const reasons: Readonly<Record<string, string>> = says.reasons
  return (
    <section>
      <div className="section-head">
        <h2>{says.published}</h2>
      </div>
      <table>
        <tbody>
          {derivation.published.map(({ figure, counts, why }) => (
            <tr key={figure.id}>
              <td className="nowrap">{figure.on}</td>
              <td className="number">
                <AmountText
                  figure={{
                    known: true,
                    value: figure.value,
                    ...(figure.bound === undefined ? {} : { bound: figure.bound }),
                  }}
                  of={derivation.judgement}
                />
              </td>
              <td className="second">
                {text(figure.speaker)}　{text(figure.occasion)}
              </td>
              <td className="nowrap">
                {counts ? (
                  <b>{says.counts}</b>
                ) : (
                  <span className="unknown">{`${says.not}${why === null ? '' : `：${reasons[why] ?? why}`}`}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Periods({ derivation }: { derivation: Derivation }) {
  const says = useWords(derivationWords)
  if (derivation.periods.length === 0) return null
  return (
    <section>
      <div className="section-head">
        <h2>{says.periods}</h2>
      </div>
      <table>
        <tbody>
          {derivation.periods.map(({ period, figure, units, expected, missing }) => (
            <tr key={period}>
              <td className="nowrap">{period}</td>
              <td className="number">
                <AmountText figure={figure} of={derivation.judgement} sense="total" />
              </td>
              <td className="number">
                {units}/{expected}
              </td>
              <td className="second">{missing.length > 0 && `${says.missing}：${missing.join('、')}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
