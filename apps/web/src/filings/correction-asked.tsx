import type { Case } from '@xushi/contract'
import { shanghaiTime } from '@xushi/wording'
import { useWords } from '../language/language.tsx'
import { Notice } from '../states/states.tsx'
import { filingWords } from './filings.words.ts'

/** 待更正: why a correction is asked of what goes on counting, and since when. */
export function CorrectionAsked({ asked }: { asked: Case['correctionAsked'] }) {
  const says = useWords(filingWords)
  if (asked === null) return null
  return (
    <Notice kind="warning" title={says.waitsCorrection}>
      <p>
        {asked.reason} <span className="label nowrap">{shanghaiTime(asked.at)}</span>
      </p>
    </Notice>
  )
}
