import type { Derivation } from '@xushi/contract'
import { isInForce, lastEndedMonth } from '@xushi/domain'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { measuredWire, valueWire } from '../figures/figure.wire.ts'
import type { Judged } from '../figures/judgement.wire.ts'
import { nationalCount, registerUnits } from '../figures/register-count.ts'
import { judgedDay } from './derivation-steps.ts'

/** Cases told one by one; the register has them all. */
const mostCases = 400

/** The register behind a figure or beside it, on the day that is judged; null where none counts yet or the reader may see none. */
export function countedRegister(row: Judged, view: CatalogueView): Derivation['register'] {
  const { indicator, entries } = row
  const { opening, decimals } = indicator
  const source = entries?.register ?? null
  const on = judgedDay(row)
  if (opening === null || source === null || on < opening.openedOn) return null
  const { figure } = nationalCount(indicator, view, source, on)
  const { code: period } = lastEndedMonth(on)
  const units = registerUnits(indicator, view, on)
  const confirmed = new Set(source.confirmations.filter((one) => one.period === period).map(({ unit }) => unit))
  const missing = units.filter(({ id }) => !confirmed.has(id))
  const cases = source.members
    .filter(({ validFrom }) => validFrom !== null && validFrom <= on)
    .map((member) => ({ member, inForce: isInForce(member, on) }))
    .toSorted(
      (a, b) =>
        Number(b.inForce) - Number(a.inForce) || ((a.member.validFrom ?? '') < (b.member.validFrom ?? '') ? 1 : -1),
    )
  return {
    openedOn: opening.openedOn,
    balance: valueWire(opening.balance, decimals),
    balanceSource: opening.balanceSource,
    on,
    figure: measuredWire(figure, decimals),
    cases: cases.slice(0, mostCases).map(({ member, inForce }) => ({
      id: member.thread,
      title: member.title,
      region: member.region,
      unit: view.unit(member.unit).name,
      validFrom: member.validFrom,
      validTo: member.validTo,
      inForce,
      demo: member.demo,
    })),
    casesTotal: cases.length,
    period,
    confirmed: units.length - missing.length,
    unconfirmed: missing.map(({ name }) => name),
  }
}
