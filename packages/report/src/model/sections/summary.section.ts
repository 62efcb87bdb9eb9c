import { attention, largestGap, momentInWords, percent, sentenceGroups, statusWords, wordsIn } from '@xushi/wording'
import type { ReportBlock, ReportSection, ReportStand } from '../report-model.ts'
import { sentenceOf, type Telling } from '../told.ts'
import { milestoneCounts } from './milestones.section.ts'
import { statusMoves } from './status-moves.ts'
import { lagSentence, type Target, targetSentence } from './target-sentence.ts'

/** So many targets are told in sentences; the others stand in the table. */
const mostTold = 6

/** 总体情况: how many stand how, what is ahead, what is behind and why, and what changed since the compared day. */
export function summarySections(telling: Telling): readonly ReportSection[] {
  const { says, material } = telling
  const { indicators } = material.dashboard
  return [
    {
      id: 'summary',
      level: 1,
      heading: says.headings.summary,
      blocks: [paragraph(countsText(telling)), movesParagraph(telling)],
    },
    { id: 'ahead', level: 2, heading: says.headings.ahead, blocks: toldOf(aheadOf(indicators), telling, false) },
    {
      id: 'behind',
      level: 2,
      heading: says.headings.behind,
      blocks: toldOf(behindOf(indicators, material.request.on), telling, true),
    },
  ]
}

export const paragraph = (text: string): ReportBlock => ({ is: 'paragraph', text })

/** 截至10月29日，时间已过78.0%。目标共20项，其中已完成2项，…。里程碑共39项，逾期1项。 */
export function countsText(telling: Telling): string {
  const { says, material, language, day } = telling
  const { indicators, time } = material.dashboard
  const states = wordsIn(statusWords, language)
  const { well, late, rest } = sentenceGroups(indicators)
  const gap = largestGap(indicators)
  const groups = [well, late, rest]
    .filter((counts) => counts.length > 0)
    .map((counts) =>
      [
        ...counts.map(({ status, count }) => says.count(states[status], count)),
        ...(counts === late && gap !== null ? [says.largestGap(gap.toFixed(1))] : []),
      ].join(says.comma),
    )
  const { all, done, overdue } = milestoneCounts(telling)
  const counted = material.region === null ? says.milestoneCount(all) : says.regionalMilestones(all)
  const milestones = `${counted}${done === 0 ? '' : says.doneCount(done)}${overdue === 0 ? '' : says.overdueCount(overdue)}${says.stop}`
  const sentences = [
    says.counts(day(material.request.on), percent(time.ratio)),
    `${says.targets(indicators.length)}${groups.length === 0 ? '' : says.among}${groups.join(says.semicolon)}${says.stop}`,
    material.region !== null && all === 0 ? says.noRegionalMilestones : milestones,
  ]
  return sentences.join('').trimEnd()
}

function movesParagraph(telling: Telling): ReportBlock {
  const { says, material, language } = telling
  const states = wordsIn(statusWords, language)
  const moves = statusMoves(material).map(({ target, before }) =>
    says.moved(target.name[language], states[before], states[target.status]),
  )
  const told = moves.length === 0 ? says.notMoved : moves.join(says.semicolon)
  return paragraph(`${comparison(telling)}${told}${says.stop}`.trimEnd())
}

/** 与9月30日相比; of two moments of knowing of one day, both moments. */
function comparison({ says, material, day, language }: Telling): string {
  const { on, comparedWith } = material.request
  if (comparedWith.on !== on) return says.compared(day(comparedWith.on))
  const moment = ({ at, seq }: ReportStand) => says.knownMoment(momentInWords(at, language), seq)
  return says.comparedKnown(day(on), moment(material.comparedStand), moment(material.stand))
}

function aheadOf(targets: readonly Target[]): readonly Target[] {
  const points = ({ percentagePoints }: Target) => (percentagePoints.known ? percentagePoints.value : 0)
  return targets
    .filter(({ status }) => status === 'achieved' || status === 'on-schedule')
    .toSorted((a, b) => Number(b.status === 'achieved') - Number(a.status === 'achieved') || points(b) - points(a))
}

export const isBehind = ({ status }: Pick<Target, 'status'>): boolean =>
  status === 'overdue' || status === 'behind' || status === 'slightly-behind'

export const behindOf = (targets: readonly Target[], on: string): readonly Target[] =>
  attention(targets, on).filter(isBehind)

function toldOf(targets: readonly Target[], telling: Telling, withReason: boolean): readonly ReportBlock[] {
  const { says } = telling
  if (targets.length === 0) return [paragraph(withReason ? says.noneBehind : says.noneAhead)]
  const known = withReason ? targets : targets.filter(({ actual }) => actual.known)
  const told = known.slice(0, mostTold).map((target) => {
    const sentence = sentenceOf([targetSentence(target, telling)], telling)
    return paragraph(
      withReason ? `${sentence}${says.gap}${sentenceOf([lagSentence(target, telling)], telling)}` : sentence,
    )
  })
  const left = targets.length - told.length
  return left > 0 ? [...told, paragraph(says.others(left))] : told
}
