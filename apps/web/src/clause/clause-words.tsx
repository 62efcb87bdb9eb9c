import type { Judgement } from '@xushi/contract'
import { useLanguage, useWords } from '../language/language.tsx'
import { clauseWords } from './clause.words.ts'
import { CountedWords } from './counted-words.tsx'

type Of = { readonly clause: Judgement['clause'] }

/** The sentence of the notice: the words that make the promise with what counts underlined, around them the rest in a lighter ink. */
export function ClauseSentence({ clause: { quote, sentence = quote } }: Of) {
  const at = sentence.indexOf(quote)
  return (
    <q lang="zh-CN" className="clause-sentence">
      {at > 0 && <span className="clause-around">{sentence.slice(0, at)}</span>}
      <CountedWords quote={quote} />
      {sentence.length > at + quote.length && (
        <span className="clause-around">{sentence.slice(at + quote.length)}</span>
      )}
    </q>
  )
}

/** For those who read English: the quoted words in English, which are ours. */
export function ClauseInEnglish({ clause: { english } }: Of) {
  const { language } = useLanguage()
  const says = useWords(clauseWords)
  if (language === 'zh' || english === undefined) return null
  return (
    <span className="clause-english">
      “{english}” <span className="label">{says.ours}</span>
    </span>
  )
}

/** The quoted words in a list: in English where there is English, with the original behind them. */
export function ClauseInShort({ clause: { quote, english } }: Of) {
  const { language } = useLanguage()
  if (language === 'zh' || english === undefined) return <span lang="zh-CN">“{quote}”</span>
  return <span title={`“${quote}”`}>“{english}”</span>
}
