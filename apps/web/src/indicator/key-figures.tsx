import type { IndicatorPage } from '@xushi/contract'
import { shortAmount, targetNote, targetText } from '@xushi/wording'
import type { ReactNode } from 'react'
import { ActualText } from '../figure/actual-text.tsx'
import { AmountText, PercentText, PlanText, PointsText } from '../figure/figure-text.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { attainmentFormula } from './attainment-formula.ts'
import { indicatorWords } from './indicator.words.ts'

/** Six figures, the largest thing on the page; each names its date and what it is measured from. */
export function KeyFigures({ page }: { page: IndicatorPage }) {
  const { judgement } = page
  const says = useWords(indicatorWords)
  const { language } = useLanguage()
  const text = useText()
  const {
    actual,
    baseline,
    plan,
    attainment,
    achievement,
    percentagePoints,
    later,
    due,
    gain,
    target,
    sourceOfRecord,
  } = judgement
  const same = attainment.known && achievement.known && Math.abs(attainment.value - achievement.value) < 1e-9
  const formula = attainmentFormula(judgement, language)
  // An increment is planned as a gain; the value with what it stands on is another number and says so.
  const standing = target?.basis === 'increment' && baseline.known && baseline.value !== 0 ? baseline.value : null
  const showsGain = gain.known && baseline.known && baseline.value !== 0
  return (
    <section className="key-figures">
      <Key
        label={sourceOfRecord === null ? says.actual : says.scaled(says.actual, says.counted[sourceOfRecord])}
        value={<ActualText target={judgement} />}
      >
        {showsGain && (
          <>
            {says.gain}
            <AmountText figure={gain} of={judgement} sense="total" signed unit={false} />
            {'　'}
          </>
        )}
        {actual.known && says.dataOn(actual.on)}
        {later?.known && (
          <span className="later">
            {says.later(later.on)} <AmountText figure={later} of={judgement} />
          </span>
        )}
      </Key>
      <Key label={says.target} value={targetText(judgement, language)}>
        {targetNote(judgement, language)} {due === null ? says.noDue : says.due(due.on, !due.stated)}
      </Key>
      <Key label={says.baseline} value={<AmountText figure={baseline} of={judgement} />}>
        {baseline.known && `${baseline.on}　${text(baseline.source)}`}
      </Key>
      <Key
        label={same ? says.scaled(says.attainment, says.sameAsAchievement) : says.attainment}
        value={<PercentText figure={attainment} />}
      >
        {formula !== null && says.attainedAs(formula)}
        {!same && achievement.known && (
          <>
            {formula !== null && '　'}
            {says.achievement} <PercentText figure={achievement} />
          </>
        )}
      </Key>
      <Key
        label={says.plan}
        value={
          plan.known ? (
            <PercentText figure={{ known: true, value: plan.ratio }} />
          ) : (
            <AmountText figure={plan} of={judgement} />
          )
        }
      >
        {plan.known && (
          <>
            {says.shouldBe}
            {standing === null ? (
              <PlanText value={plan.value} of={judgement} />
            ) : (
              <>
                +<PlanText value={plan.value - standing} of={judgement} unit={false} />
                <WholeValue value={plan.value} of={judgement} />
              </>
            )}
          </>
        )}
      </Key>
      <Key
        label={says.ahead}
        value={
          <>
            <PointsText figure={percentagePoints} />
            {percentagePoints.known && <small>{says.pointsUnit}</small>}
          </>
        }
      >
        {plan.known && says.days(plan.elapsedDays, plan.totalDays)}
      </Key>
    </section>
  )
}

function WholeValue({ value, of }: { value: number; of: IndicatorPage['judgement'] }) {
  const says = useWords(indicatorWords)
  const { language } = useLanguage()
  return <span className="nowrap">{says.whole(shortAmount(value, of.decimals + 1, language))}</span>
}

function Key({ label, value, children }: { label: string; value: ReactNode; children?: ReactNode }) {
  return (
    <div>
      <p className="label">{label}</p>
      <p className="key-value">{value}</p>
      <p className="second">{children}</p>
    </div>
  )
}
