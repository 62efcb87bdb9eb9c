import type { IndicatorPage } from '@xushi/contract'
import { Fragment } from 'react'
import { useProgramme } from '../app/address.ts'
import { useText, useWords } from '../language/language.tsx'
import { indicatorWords } from './indicator.words.ts'

/** The clause as a quotation with its counted words underlined, and the readings that were chosen for it. */
export function ClauseQuote({ page }: { page: IndicatorPage }) {
  const says = useWords(indicatorWords)
  const text = useText()
  const programme = useProgramme(page.programme)
  const { clause, ambiguities } = page.judgement
  const readings = programme?.ambiguities.filter(({ number }) => ambiguities.includes(number)) ?? []
  return (
    <blockquote className="clause">
      <span className="label nowrap">{says.question(clause.question)}</span>
      <q lang="zh-CN">
        {countedParts(clause.quote).map(({ words, isCounted, at }) => (
          <Fragment key={at}>{isCounted ? <u>{words}</u> : words}</Fragment>
        ))}
      </q>
      <span className="spacer" />
      {readings.map(({ number, ambiguity }) => (
        <a key={number} href={`#reading-${number}`} className="second" title={text(ambiguity)}>
          {says.reading(number)}
        </a>
      ))}
    </blockquote>
  )
}

const counted = /[\d０-９][\d,.\-—–]*\s*(?:多|余)?(?:[万亿]?[个家项种套]?)(?:以上|左右)?/g

/** A clause in pieces: what counts (a number with its 以上, 多个, 左右) and what stands between. */
export function countedParts(quote: string): readonly { words: string; isCounted: boolean; at: number }[] {
  const parts: { words: string; isCounted: boolean; at: number }[] = []
  let from = 0
  for (const match of quote.matchAll(counted)) {
    if (match.index > from) parts.push({ words: quote.slice(from, match.index), isCounted: false, at: from })
    parts.push({ words: match[0], isCounted: true, at: match.index })
    from = match.index + match[0].length
  }
  if (from < quote.length) parts.push({ words: quote.slice(from), isCounted: false, at: from })
  return parts
}
