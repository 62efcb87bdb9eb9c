import { Link } from '@tanstack/react-router'
import type { Derivation } from '@xushi/contract'
import { exactNumber } from '@xushi/wording'
import { useState } from 'react'
import { Demo } from '../app/demo.tsx'
import { AmountText } from '../figure/figure-text.tsx'
import { useText, useWords } from '../language/language.tsx'
import { derivationWords } from './derivation.words.ts'

type Register = NonNullable<Derivation['register']>
type Of = Pick<Derivation['judgement'], 'id' | 'unit' | 'decimals'>

/** As many cases as a page shows at first; the rest on demand. */
const firstCases = 30

/** What a register counts and from what: opening balance, confirmed lists, and the cases one by one. */
export function RegisterCases({ register, of }: { register: Register; of: Of }) {
  const says = useWords(derivationWords)
  const text = useText()
  const [all, setAll] = useState(false)
  const { cases, casesTotal, confirmed, unconfirmed, period, openedOn, balance, balanceSource, on } = register
  const shown = all ? cases : cases.slice(0, firstCases)
  const rest = cases.length - shown.length
  const units = confirmed + unconfirmed.length
  return (
    <section id="register">
      <div className="section-head">
        <h2>{says.register}</h2>
        <span className="label">{says.of(shown.length, casesTotal)}</span>
        <span className="spacer" />
        <Link to="/registers/$register" params={{ register: of.id }}>
          {says.wholeRegister}
        </Link>
      </div>
      <p className="second quiet-line">
        {on}　<AmountText figure={register.figure} of={of} sense="total" />
        {says.listComma}
        {says.registerOpened(openedOn, exactNumber(balance, of.decimals), balanceSource)}
        {units > 0 && `${says.listComma}${says.registerConfirmed(period, confirmed, units)}`}
      </p>
      {unconfirmed.length > 0 && (
        <p className="second quiet-line">{says.unconfirmed(unconfirmed.map(text).join(says.listComma))}</p>
      )}
      {shown.length > 0 && <Cases cases={shown} />}
      {rest > 0 && (
        <button type="button" className="button quiet no-print" onClick={() => setAll(true)}>
          {says.more(rest)}
        </button>
      )}
    </section>
  )
}

function Cases({ cases }: { cases: Register['cases'] }) {
  const says = useWords(derivationWords)
  const text = useText()
  return (
    <div className="scroll-x">
      <table className="register-cases">
        <thead>
          <tr>
            <th>{says.caseTitle}</th>
            <th>{says.caseUnit}</th>
            <th>{says.countsFrom}</th>
            <th>{says.countsUntil}</th>
            <th>{says.caseStands}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map(({ id, title, unit, validFrom, validTo, inForce, demo }) => (
            <tr key={id} className={inForce ? 'counts' : ''}>
              <td>
                <Link to="/cases/$id" params={{ id }}>
                  {title}
                </Link>{' '}
                {demo && <Demo />}
              </td>
              <td className="second">{text(unit)}</td>
              <td className="nowrap">{validFrom ?? '—'}</td>
              <td className="nowrap">{validTo ?? '—'}</td>
              <td>{inForce ? <b>{says.counts}</b> : <span className="unknown">{says.left}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
