import { Fragment } from 'react'

/** A clause with its counted words underlined. */
export function CountedWords({ quote }: { readonly quote: string }) {
  return countedParts(quote).map(({ words, isCounted, at }) => (
    <Fragment key={at}>{isCounted ? <u>{words}</u> : words}</Fragment>
  ))
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
