import type { Judgement } from '@xushi/contract'
import { statusReasonOf, statusReasonWords } from '@xushi/wording'
import { useWords } from '../language/language.tsx'

/** Why a target has its status, quietly beside it: a word or two, or in full. Nothing where the status speaks for itself. */
export function StatusReason({
  of,
  full = false,
}: {
  of: Pick<Judgement, 'status' | 'statusReason' | 'actual'>
  full?: boolean
}) {
  const says = useWords(statusReasonWords)
  const reason = statusReasonOf(of)
  if (reason === null) return null
  return <span className="label">{full ? says[reason].full : says[reason].short}</span>
}
