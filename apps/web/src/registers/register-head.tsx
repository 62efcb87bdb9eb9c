import { Link } from '@tanstack/react-router'
import type { CaseList } from '@xushi/contract'
import type { Bound } from '@xushi/domain'
import { amount } from '@xushi/wording'
import { AmountText, WhyText } from '../figure/figure-text.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { publishedDifference } from './published-difference.ts'
import { registerWords } from './registers.words.ts'

/** What the register counts, how whole that is, and what somebody said in public beside it. */
export function RegisterHead({ list }: { list: CaseList }) {
  const says = useWords(registerWords)
  const { language } = useLanguage()
  const text = useText()
  const { register, count, reported, beside } = list
  const of = { unit: register.unitOfMeasure, decimals: 0 }
  const told = (figure: { readonly value: number; readonly bound?: Bound | undefined }) =>
    amount(figure, text(of.unit), { decimals: 0, language })
  return (
    <header className="register-head">
      <p className="label">
        <Link to="/registers">{says.title}</Link> › {register.goal}{' '}
        <Link to="/indicators/$indicator" params={{ indicator: register.id }}>
          {text(register.indicator)}
        </Link>
      </p>
      <h1>{text(register.name)}</h1>
      <p className="register-count">
        {count.known ? (
          <b>
            <AmountText figure={count} of={of} sense="total" />
          </b>
        ) : (
          <WhyText why={count.why} />
        )}
        <span className="second">
          {register.chosenFrom.length > 0 ? says.chosenWhole : says.confirmedOf(reported.units, reported.expected)}
        </span>
        {register.opening !== null && (
          <span className="second">
            {says.openedOn(register.opening.openedOn)}，
            {says.balance(told({ value: register.opening.balance }), register.opening.balanceSource)}
          </span>
        )}
      </p>
      {beside?.figure.known && (
        <p className="beside-note">
          {says.besideHint(
            told(beside.figure),
            beside.on,
            beside.difference.known ? publishedDifference(beside.difference, text(of.unit), language) : null,
          )}
        </p>
      )}
    </header>
  )
}
