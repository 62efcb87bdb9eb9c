import { type AspectRows, type Language, statusWords, targetText } from '@xushi/wording'
import type { ChartTable } from '../chart-download/chart-file.ts'
import { figureCells, figureNumber } from '../chart-download/figure-cells.ts'
import type { overviewWords } from './overview.words.ts'

/** The targets of the tree as a table to take away, in its order. Ratios are ratios; what is unknown says why. */
export function targetsChartTable(
  aspects: readonly AspectRows[],
  language: Language,
  says: (typeof overviewWords)['en'],
): ChartTable {
  const rows = aspects.flatMap(({ aspect, measures }) =>
    measures.flatMap(({ measure, targets }) =>
      targets.map((target) => [
        target.goal,
        target.name[language],
        aspect.name[language],
        `${measure.number} ${measure.name[language]}`,
        ...figureCells(target.actual, {
          language,
          decimals: target.decimals,
          sense: target.sourceOfRecord === 'national' ? 'published' : 'total',
        }),
        target.unit[language],
        targetText(target, language),
        target.due?.on ?? null,
        figureNumber(target.attainment),
        figureNumber(target.achievement),
        target.plan.known ? target.plan.ratio : null,
        figureNumber(target.percentagePoints),
        statusWords[language][target.status],
        target.actual.known ? target.actual.on : null,
        `“${target.clause.quote}”`,
      ]),
    ),
  )
  return { columns: Object.values(says.file.columns), rows }
}
