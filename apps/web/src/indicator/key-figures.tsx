import type { IndicatorPage } from '@xushi/contract'
import type { ReactNode } from 'react'
import { AmountText, measureOf, PercentText, PlanText, PointsText } from '../figure/figure-text.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { targetNote, targetText } from '../overview/target-text.ts'
import { attainmentFormula } from './attainment-formula.ts'
import { indicatorWords } from './indicator.words.ts'

/** Six figures, the largest thing on the page; each names its date and what it is measured from. */
export function KeyFigures({ page }: { page: IndicatorPage }) {
  const { judgement } = page
  const says = useWords(indicatorWords)
  const { language } = useLanguage()
  const text = useText()
  const { actual, baseline, plan, attainment, achievement, percentagePoints, later, due, gain, sourceOfRecord } =
    judgement
  const same = attainment.known && achievement.known && Math.abs(attainment.value - achievement.value) < 1e-9
  const formula = attainmentFormula(judgement, language)
  const showsGain = gain.known && baseline.known && baseline.value !== 0
  return (
    <section className="key-figures">
      <Key
        label={`${says.actual}${sourceOfRecord === null ? '' : `（${says.counted[sourceOfRecord]}）`}`}
        value={
          <AmountText
            figure={actual}
            of={measureOf(judgement)}
            sense={sourceOfRecord === 'national' ? 'published' : 'total'}
          />
        }
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
        label={`${says.attainment}${same ? `（${says.sameAsAchievement}）` : ''}`}
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
            <PlanText value={plan.value} of={judgement} />
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

function Key({ label, value, children }: { label: string; value: ReactNode; children?: ReactNode }) {
  return (
    <div>
      <p className="label">{label}</p>
      <p className="key-value">{value}</p>
      <p className="second">{children}</p>
    </div>
  )
}
