import { byAspect } from '@xushi/wording'
import type { ReportBlock, ReportSection } from '../report-model.ts'
import { sentenceOf, type Telling } from '../told.ts'
import { indicatorChart } from './indicator-chart.ts'
import { isBehind, paragraph } from './summary.section.ts'
import { lagSentence, type Target, targetSentence } from './target-sentence.ts'

/** The id of the place in a chapter where its author may write a paragraph. */
export const chapterText = (aspect: string): string => `chapter-${aspect}`

/** A chapter for each aspect: what its author wrote, its targets in words with their narrative, and their charts. */
export function chapterSections(telling: Telling): readonly ReportSection[] {
  const { material, language } = telling
  return byAspect(material.dashboard, material.dashboard.indicators).flatMap(({ aspect, measures, targets }) => {
    if (targets.length === 0) return []
    const told = measures.filter((measure) => measure.targets.length > 0)
    return [
      {
        id: `aspect-${aspect.id}`,
        level: 1 as const,
        heading: aspect.name[language],
        blocks: authored(chapterText(aspect.id), telling),
      },
      ...told.map(({ measure, targets: own }) => ({
        id: `measure-${measure.id}`,
        level: 2 as const,
        heading: measure.name[language],
        blocks: own.flatMap((target) => targetBlocks(target, telling)),
      })),
    ]
  })
}

/** What the author of the report wrote in one place; nothing where nothing was written. */
export function authored(id: string, { material }: Telling): readonly ReportBlock[] {
  const text = material.texts[id]?.trim() ?? ''
  return text === '' ? [] : [{ is: 'authored', id, text }]
}

/** A target in words: the sentence of the notice, how it stands and why, and what its narrative says. */
export function targetBlocks(target: Target, telling: Telling): readonly ReportBlock[] {
  const { says, material } = telling
  const own = material.narratives.filter(({ indicator }) => indicator === target.id)
  const stands = sentenceOf([targetSentence(target, telling)], telling)
  const why = isBehind(target) ? sentenceOf([lagSentence(target, telling)], telling) : ''
  return [
    paragraph(`${says.quoted(target.clause.question, target.clause.quote)}${says.stop}`.trimEnd()),
    paragraph(why === '' ? stands : `${stands}${says.gap}${why}`),
    ...own.flatMap((narrative) => narrativeBlocks(narrative, telling)),
    ...indicatorChart(target, telling),
  ]
}

function narrativeBlocks(
  { region, period, ...texts }: Telling['material']['narratives'][number],
  { says, language, period: periodText }: Telling,
): readonly ReportBlock[] {
  const place = region === null ? '' : `${region[language]}${says.gap}`
  return (['progress', 'problems', 'next'] as const).flatMap((part) =>
    texts[part].trim() === ''
      ? []
      : [paragraph(`${place}${says.narrative[part]}${texts[part].trim()}${says.narrativeOf(periodText(period))}`)],
  )
}
