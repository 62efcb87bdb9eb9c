import { type ReportKind, reportKinds, reportStates } from '@xushi/domain'

/** What the archive is narrowed to, from the address. */
export type ReportsSearch = {
  readonly kind?: ReportKind | undefined
  readonly state?: (typeof reportStates)[number] | undefined
  readonly region?: string | undefined
  readonly search?: string | undefined
}

export function reportsSearchOf(raw: Record<string, unknown>): ReportsSearch {
  const text = (key: string) => (raw[key] === undefined || raw[key] === '' ? undefined : String(raw[key]))
  return {
    kind: reportKinds.find((kind) => kind === raw.kind),
    state: reportStates.find((state) => state === raw.state && state !== 'deleted'),
    region: text('region'),
    search: text('search')?.slice(0, 100),
  }
}
