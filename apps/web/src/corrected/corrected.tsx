import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CorrectedFigure } from '@xushi/contract'
import { sessionQuery } from '../api/queries.ts'
import { useLanguage, useWords } from '../language/language.tsx'
import { correctedWords } from './corrected.words.ts'
import { type CorrectedRow, correctedSentence } from './corrected-sentence.ts'

type Marked = CorrectedRow & { readonly corrected?: CorrectedFigure }

/** 已更正, small, in the row of a target; the sentence on hover and for assistive technology. Nothing for a figure as it was reported. */
export function CorrectedMark({ of: row }: { of: Marked }) {
  const says = useWords(correctedWords)
  const { language } = useLanguage()
  const { corrected } = row
  if (corrected === undefined) return null
  const sentence = `${corrected.report.number}${correctedSentence(corrected, row, language)}`
  return (
    <small className="label corrected" title={sentence}>
      {says.mark}
      <span className="visually-hidden">{`${says.colon}${sentence}`}</span>
    </small>
  )
}

/** 已更正：进展报告〔2020〕1号（数据截至2020-10-31）载为55亿个，现为57亿个. The number leads to the report, for whoever may read reports. */
export function CorrectedNote({ of: row, corrected }: { of: CorrectedRow; corrected: CorrectedFigure }) {
  const says = useWords(correctedWords)
  const { language } = useLanguage()
  const mayRead = useQuery(sessionQuery).data?.user?.actions.includes('report:read') ?? false
  const { id, number } = corrected.report
  return (
    <span className="corrected-note">
      <b>{says.mark}</b>
      {says.colon}
      {mayRead ? (
        <Link to="/reports/$id" params={{ id }}>
          {number}
        </Link>
      ) : (
        number
      )}
      {correctedSentence(corrected, row, language)}
    </span>
  )
}
