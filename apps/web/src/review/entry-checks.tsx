import { useQuery } from '@tanstack/react-query'
import type { EntryChecks as Checks, EntryComparison, ProgressEntry } from '@xushi/contract'
import { boundSign } from '@xushi/wording'
import type { ReactNode } from 'react'
import { entryChecksQuery } from '../api/queries.ts'
import { AmountText, type Measure, WhyText } from '../figure/figure-text.tsx'
import { useLanguage, useWords } from '../language/language.tsx'
import { FoundWords } from '../recording/findings.tsx'
import { QueryState } from '../states/states.tsx'
import { StatusMark } from '../status/status-glyph.tsx'
import { checkWords } from './entry-checks.words.ts'
import './entry-checks.css'

type Shown = Measure & { readonly goal: string }

/** 核对: the rules, the other sources, and what would follow from an approval. Computed now; no part of what is signed. */
export function EntryChecks({ entry, of }: { entry: ProgressEntry; of: Shown }) {
  const says = useWords(checkWords)
  const query = useQuery(entryChecksQuery(entry.id))
  return (
    <section className="entry-checks">
      <h3>
        {says.title} <span className="label">{says.hint}</span>
      </h3>
      <QueryState query={query}>
        {(checks) => (
          <dl>
            {checks.rules.map((rule) => (
              <Row key={rule.is} name={says.rules[rule.is]} mark={rule.result}>
                {rule.finding === null ? (
                  says.results[rule.result]
                ) : (
                  <FoundWords finding={rule.finding} decimals={of.decimals} />
                )}
              </Row>
            ))}
            {checks.beside.map((beside) => (
              <ComparisonRow key={`${beside.of} ${beside.source}`} beside={beside} of={of} />
            ))}
            {checks.total !== null && <TotalRow total={checks.total} on={checks.on} of={of} />}
            {checks.statuses.map((status) => (
              <StatusRow key={status.of} status={status} goal={of.goal} />
            ))}
          </dl>
        )}
      </QueryState>
    </section>
  )
}

type Mark = 'passed' | 'found' | 'not-compared'
const shapes: Readonly<Record<Mark, string>> = {
  passed: 'M2.6 8.4l3.6 3.6 7.2-8',
  found: 'M8 2.4l6 11H2zM8 6.6v3.2M8 11v1.2',
  'not-compared': 'M3 8h10',
}

function Row({ name, mark, children }: { name: string; mark?: Mark; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={mark === undefined ? 'will' : `check-${mark}`}>
        {mark !== undefined && (
          <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
            <path d={shapes[mark]} fill="none" stroke="currentColor" strokeWidth="1.7" />
          </svg>
        )}
        <span>{children}</span>
      </dd>
    </div>
  )
}

/** A figure with the sign of its bound, as tables have it: ≥4.8亿. */
function Signed({ figure, of }: { figure: EntryComparison['figure']; of: Measure }) {
  const { language } = useLanguage()
  if (!figure.known) return <WhyText why={figure.why} />
  return (
    <span className="nowrap">
      {boundSign(figure.bound, language)}
      <AmountText figure={{ known: true, value: figure.value }} of={of} />
    </span>
  )
}

function ComparisonRow({ beside, of }: { beside: EntryComparison; of: Shown }) {
  const says = useWords(checkWords)
  const { source, figure, on, difference, exceeds, reported } = beside
  const isEqual = difference.known && difference.value === 0 && difference.bound === undefined
  const mark = exceeds ? 'found' : isEqual ? 'passed' : undefined
  return (
    <Row name={says.beside[beside.of][source](on ?? '')} {...(mark !== undefined && { mark })}>
      {isEqual ? (
        says.same
      ) : difference.known ? (
        <Apart difference={difference} of={of} />
      ) : (
        <WhyText why={difference.why} />
      )}
      <span className="label block">
        {says.sources[source]} <Signed figure={figure} of={of} />
        {reported !== null && `，${says.reported(reported.units, reported.expected)}`}
      </span>
      {exceeds && <span className="block">{says.exceeds}</span>}
    </Row>
  )
}

type Known = Extract<EntryComparison['difference'], { known: true }>

function Apart({ difference, of }: { difference: Known; of: Shown }) {
  const says = useWords(checkWords)
  const isMore = difference.value > 0
  return (
    <>
      {isMore ? says.more : says.less} <Signed figure={isMore ? difference : turned(difference)} of={of} />
    </>
  )
}

/** How much less: a lower bound of a negative difference is an upper one of its size. */
function turned({ value, bound }: Known): Known {
  const turnedBound = bound === 'above' ? 'below' : bound === 'below' ? 'above' : bound
  return { known: true, value: Math.abs(value), ...(turnedBound !== undefined && { bound: turnedBound }) }
}

function TotalRow({ total, on, of }: { total: NonNullable<Checks['total']>; on: string; of: Shown }) {
  const says = useWords(checkWords)
  const { before, after, reported } = total
  const isSame = JSON.stringify(before) === JSON.stringify(after)
  return (
    <Row name={says.total(on)}>
      {isSame ? (
        <>
          {says.unchanged} <Signed figure={after} of={of} />
        </>
      ) : (
        <b>
          <Signed figure={before} of={of} /> → <Signed figure={after} of={of} />
        </b>
      )}
      <span className="label block">{says.reported(reported.units, reported.expected)}</span>
    </Row>
  )
}

function StatusRow({ status, goal }: { status: Checks['statuses'][number]; goal: string }) {
  const says = useWords(checkWords)
  const { before, after, source } = status
  return (
    <Row name={says.status[status.of](goal)}>
      {before === after ? (
        <>
          {says.no}
          {source !== null && `，${says.judgedBy[source]}`}　<StatusMark status={after} />
        </>
      ) : (
        <b>
          {says.yes} <StatusMark status={before} /> → <StatusMark status={after} />
        </b>
      )}
    </Row>
  )
}
