import type { Derivation } from '@xushi/contract'
import type { Figure } from '@xushi/domain'
import {
  amount,
  boundSign,
  type Language,
  percent,
  points,
  statusReasonOf,
  statusReasonWords,
  type Words,
} from '@xushi/wording'
import { stepWords } from './step.words.ts'

type Says = Words<(typeof stepWords)['zh']>['en']
type Step = Derivation['steps'][number]['step']
type Known = Extract<Figure, { known: true }>

/**
 * One step in words: what it stands on, and its formula with numbers as people write them. A step that cannot be computed says why.
 * The status has no sentence: its rules are shown one by one.
 */
export function stepSentence(step: Step, derivation: Derivation, language: Language): string {
  return sentences(derivation, language)[step]()
}

function sentences(derivation: Derivation, language: Language): Readonly<Record<Step, () => string>> {
  const says: Says = language === 'zh' ? (stepWords.zh as Says) : stepWords.en
  const { judgement } = derivation
  const { actual, gain, attainment, achievement, plan, scheduleIndex, percentagePoints, target, baseline } = judgement
  const write = writer(derivation, language)
  // A published "above" is 超; a total that lacks somebody is 至少.
  const sense = judgement.sourceOfRecord === 'national' ? 'published' : 'total'
  const why = (...figures: readonly Figure[]) => whyNot(figures, derivation, language, says)
  return {
    baseline: () =>
      baseline.known
        ? says.baseline(baseline.on, write.amount(baseline), baseline.source[language])
        : why({ known: false, why: 'no-baseline' }),
    'source-of-record': () => sourceSentence(derivation, language, says),
    aggregation: () => sumSentence(derivation, says),
    actual: () => actualSentence(derivation, says, (figure) => write.amount(figure, sense)) ?? why(actual),
    gain: () => {
      if (!actual.known || !baseline.known || !gain.known) return why(actual, baseline, gain)
      const twoBounds = gain.bound === 'about' && actual.bound !== undefined && baseline.bound !== undefined
      const formula = says.gain(write.amount(actual, sense), write.amount(baseline), write.amount(gain, 'total'))
      return formula + (twoBounds ? says.twoBounds : '') + says.clauseEnd
    },
    attainment: () => {
      if (!attainment.known || target === null) return why(attainment)
      const of = write.plain(target.value)
      if (target.basis === 'increment' && gain.known)
        return says.gainOverTarget(write.amount(gain, 'total'), of, write.ratio(attainment)) + says.clauseEnd
      if (!actual.known) return why(actual)
      return says.actualOverTarget(write.amount(actual, sense), of, write.ratio(attainment)) + says.clauseEnd
    },
    achievement: () => {
      if (!achievement.known || !gain.known || target === null) return why(achievement, gain)
      const start = target.basis === 'increment' || !baseline.known ? 0 : baseline.value
      const distance = write.plain(target.value - start)
      return says.achievement(write.amount(gain, 'total'), distance, write.ratio(achievement)) + says.clauseEnd
    },
    plan: () => planSentence(derivation, language, says) ?? why(plan),
    'schedule-index': () => {
      if (!scheduleIndex.known || !achievement.known || !plan.known) return why(scheduleIndex, achievement, plan)
      const result = `${boundSign(scheduleIndex.bound, language)}${indexText(scheduleIndex.value)}`
      return says.index(write.ratio(achievement), percent(plan.ratio), result) + says.clauseEnd
    },
    'percentage-points': () => {
      if (!percentagePoints.known || !achievement.known || !plan.known) return why(percentagePoints, achievement, plan)
      const result = `${boundSign(percentagePoints.bound, language)}${points(percentagePoints.value)}`
      return says.points(write.ratio(achievement), percent(plan.ratio), result) + says.clauseEnd
    },
    status: () => '',
  }
}

/** A schedule index with two places, more where those would hide on which side of 1 it is. */
export function indexText(value: number): string {
  for (let places = 2; places < 6; places += 1) {
    const text = value.toFixed(places)
    if (value === 1 || Number(text) !== 1) return text
  }
  return value < 1 ? '<1' : '>1'
}

function writer({ judgement: { unit, decimals } }: Derivation, language: Language) {
  const of = unit[language]
  return {
    amount: (figure: Pick<Known, 'value' | 'bound'>, sense: 'published' | 'total' = 'published') =>
      amount(figure, of, { decimals, language, sense }),
    plain: (value: number) => amount({ value }, of, { decimals, language }),
    ratio: (figure: Known) => `${boundSign(figure.bound, language)}${percent(figure.value)}`,
  }
}

/** The first figure that is missing says why; what nobody reported says it in the words of the status. */
function whyNot(figures: readonly Figure[], { judgement }: Derivation, language: Language, says: Says): string {
  const missing = figures.find(({ known }) => !known)
  if (missing === undefined || missing.known) return says.unknownElse
  const words: Readonly<Record<string, string>> = says.unknown
  const own = words[missing.why]
  if (own !== undefined) return own
  const reason = statusReasonOf({ status: 'no-data', statusReason: null, actual: judgement.actual })
  return reason === null ? says.unknownElse : `${statusReasonWords[language][reason].full}${says.clauseEnd}`
}

function sourceSentence(derivation: Derivation, language: Language, says: Says): string {
  const { judgement, published, counted } = derivation
  const { sourceOfRecord, actual } = judgement
  if (sourceOfRecord === null) return says.noSource
  if (sourceOfRecord !== 'national') return says[sourceOfRecord]
  const figure = published.find((row) => counted.includes(row.figure.id))?.figure
  const write = writer(derivation, language)
  if (figure !== undefined) {
    const { speaker, occasion, publishedOn, on } = figure
    return says.published(speaker[language], occasion[language], publishedOn, on, write.amount(figure))
  }
  if (actual.known && counted.length > 0) return says.nationalEntry(actual.on, write.amount(actual))
  return says.national
}

function sumSentence({ sum, judgement }: Derivation, says: Says): string {
  if (sum === null) return says.unknown['sign-in-required']
  const beside = judgement.sourceOfRecord === 'regions' ? '' : says.sumBeside
  const rule = says.sum(says.timeRules[sum.time], says.regionRules[sum.regions])
  if (sum.period === null) return rule + says.sumNone + beside
  const partial = sum.units < sum.expected ? says.sumPartial : ''
  return rule + says.sumOf(sum.period, sum.units, sum.expected) + partial + beside
}

function actualSentence(
  { judgement: { actual, due, later }, on }: Derivation,
  says: Says,
  write: (figure: Pick<Known, 'value' | 'bound'>) => string,
): string | null {
  if (!actual.known) return null
  const after = due !== null && on > due.on && actual.on <= due.on ? says.afterDue(due.on) : ''
  return says.actual(actual.on, write(actual)) + after + (later?.known ? says.later(later.on, write(later)) : '')
}

function planSentence({ judgement, on }: Derivation, language: Language, says: Says): string | null {
  const { plan, stages, unit, decimals } = judgement
  if (stages !== null) {
    const rows = stages.map(({ name, dueOn, reached, reachedOn }) => {
      const done = reachedOn === null ? says.stageReachedUndated : says.stageReached(reachedOn)
      const due = dueOn === null ? says.stageNoDue : says.stageDue(dueOn)
      return says.stage(name[language], due, reached ? done : says.stageOpen)
    })
    return says.stages + rows.join(says.listComma) + says.clauseEnd
  }
  if (!plan.known) return null
  const { startsOn, endsOn, elapsedDays, totalDays, ratio } = plan
  // The line passes between whole numbers: one place more than the unit has.
  const should = amount(plan, unit[language], { decimals: decimals + 1, language })
  if (on > endsOn) return says.planEnded(startsOn, endsOn, should) + says.clauseEnd
  const isStraight = Math.abs(ratio - elapsedDays / totalDays) < 1e-9
  const way = isStraight ? says.planStraight(elapsedDays, totalDays, percent(ratio)) : says.planPoints(percent(ratio))
  return says.plan(startsOn, endsOn, totalDays, on, elapsedDays) + way + says.planShould(should) + says.clauseEnd
}
