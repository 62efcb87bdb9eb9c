import type { ExportedEntry } from './exported-entry.ts'

/** 江苏's registrations of October 2020, as the tests of this package write them. */
export const jiangsuOctober: ExportedEntry = {
  id: 'entry-1',
  goal: 'T07',
  indicator: { zh: '新增标识注册量', en: 'Newly registered identifiers' },
  region: '320000',
  regionName: { zh: '江苏省', en: 'Jiangsu' },
  reportingUnit: { zh: '江苏省通信管理局', en: 'Jiangsu Communications Administration' },
  period: '2020-10',
  endsOn: '2020-10-31',
  value: 310_000_000,
  decimals: 0,
  unit: { zh: '个', en: '' },
  bound: null,
  absence: null,
  state: 'approved',
  note: '',
  recorder: '李静',
  recordedAt: '2020-11-03T18:30:05.000Z',
  unitReviewer: null,
  approver: '王强',
  approvedAt: '2020-11-05T01:00:00.000Z',
  correctionReason: null,
  supersedes: null,
  demo: true,
}

/** Pages as the store gives them. */
export async function* inPages(
  ...pages: readonly (readonly ExportedEntry[])[]
): AsyncGenerator<readonly ExportedEntry[]> {
  yield* pages
}
