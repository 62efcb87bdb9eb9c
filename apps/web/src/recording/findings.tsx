import type { Finding } from '@xushi/contract'
import { exactNumber } from '@xushi/wording'
import { useWords } from '../language/language.tsx'
import { recordingWords } from './recording.words.ts'
import './findings.css'

/** What the rules found, in words: what is wrong, what is usual, and what to do. On the recorder's desk and on the reviewer's. */
export function Findings({
  findings,
  decimals,
  forReviewer = false,
}: {
  findings: readonly Finding[]
  decimals: number
  forReviewer?: boolean
}) {
  const says = useWords(recordingWords)
  if (findings.length === 0) return null
  const isHard = findings.some(({ severity }) => severity === 'hard')
  return (
    <div className={isHard ? 'findings hard' : 'findings'} role="status">
      <ul>
        {findings.map((finding) => (
          <li key={finding.is}>
            <b>{says.findings[finding.is]}</b>　<FoundWords finding={finding} decimals={decimals} />
          </li>
        ))}
      </ul>
      {!forReviewer && <p>{isHard ? says.mendHard : says.mendSoft}</p>}
    </div>
  )
}

/** What one rule found, in words. */
export function FoundWords({ finding, decimals }: { finding: Finding; decimals: number }) {
  const says = useWords(recordingWords)
  const exact = (value: number) => exactNumber(value, decimals)
  switch (finding.is) {
    case 'range': {
      const { minimum, maximum } = finding
      return says.foundRange(minimum === null ? null : exact(minimum), maximum === null ? null : exact(maximum))
    }
    case 'jump':
      return says.foundJump(exact(finding.median), exact(finding.from), exact(finding.to))
    case 'not-falling':
      return says.foundFalling(finding.period, exact(finding.before))
    case 'at-most':
      return says.foundSum(exact(finding.sum))
    default:
      return finding satisfies never
  }
}
