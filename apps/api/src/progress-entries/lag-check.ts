import { DomainError, type LagReason, type LocalDate, lagFault, missingInLag } from '@xushi/domain'

/** Refuses what is wrong with a reason for lag, and says of each part whether it is missing. @throws DomainError */
export function checkLag(
  lag: LagReason | null,
  asked: { readonly isNeeded: boolean; readonly causes: readonly string[]; readonly spokenOn: LocalDate },
): void {
  const fault = lagFault(lag, asked)
  if (fault === null) return
  if (fault === 'unknown-date')
    throw new DomainError(fault, { value: lag?.newDate ?? '', faults: ['/lag/newDate not-a-date'] })
  if (fault !== 'lag-reason-required') throw new DomainError(fault)
  throw new DomainError(fault, { faults: missingInLag(lag).map((part) => `/lag/${part} lag-${part}-missing`) })
}
