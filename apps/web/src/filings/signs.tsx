import { useWords } from '../language/language.tsx'
import { filingWords } from './filings.words.ts'
import './filings.css'

/** 您将签署的内容: the digest of exactly what is on the screen, which an approval signs. */
export function Signs({ digest }: { digest: string }) {
  const says = useWords(filingWords)
  return (
    <>
      <h3>{says.signs}</h3>
      <p className="label digest" title={digest}>
        sha-256 {digest.slice(0, 16).replace(/(.{4})/g, '$1 ')}… {digest.slice(-8)}
      </p>
      <p className="label">{says.signsHint}</p>
    </>
  )
}
