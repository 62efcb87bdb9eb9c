import type { CorrectedFigure, Dashboard } from '@xushi/contract'
import { amount, type BoundSense, boundWord, exactNumber, type Language, whyWord, whyWords } from '@xushi/wording'
import { measureOf } from '../figure/figure-text.tsx'
import { correctedWords } from './corrected.words.ts'

type Row = Dashboard['indicators'][number]
export type CorrectedRow = Pick<
  Row,
  'kind' | 'unit' | 'decimals' | 'coverageUnit' | 'sourceOfRecord' | 'reported' | 'regional'
>

/** What follows the number of the report: （数据截至2020-10-31）载为310亿个，现为312亿个. Two that look alike in short are written out. */
export function correctedSentence(
  { report, told, now }: CorrectedFigure,
  row: CorrectedRow,
  language: Language,
): string {
  const [short, shortNow] = [told, now].map((figure) => said(figure, row, language, amount))
  const [before, after] =
    short === shortNow ? [told, now].map((figure) => said(figure, row, language, inFull)) : [short, shortNow]
  return correctedWords[language].sentence(report.on, before ?? '', after ?? '')
}

type Figure = CorrectedFigure['told']

function said(figure: Figure, row: CorrectedRow, language: Language, inWords: typeof amount): string {
  if (!figure.known) return whyWord(figure.why, whyWords[language])
  const { yes, no } = correctedWords[language]
  if (row.kind === 'yes-no' && row.regional?.byPrefecture === false) return figure.value > 0 ? yes : no
  const { unit, decimals } = measureOf(row)
  const sense: BoundSense = row.sourceOfRecord === 'national' ? 'published' : 'total'
  return inWords(figure, unit[language], { decimals, language, sense })
}

const inFull: typeof amount = ({ value, bound }, unit, { decimals, language, sense }) =>
  `${boundWord(bound, language, sense)}${exactNumber(value, decimals)}${language === 'zh' ? unit : ''}`
