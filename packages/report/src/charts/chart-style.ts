import type { Status } from '@xushi/domain'
import { words } from '@xushi/wording'
import type { ReportSeriesRole } from '../model/report-model.ts'

/** The colours of the light pages; every one of them has a shape or a dash beside it, so that a grey print says the same. */
export const chartColour = {
  ink: '#14202B',
  ink3: '#5B6876',
  line: '#DDE1E4',
  line2: '#7E8C99',
  paper: '#FFFFFF',
  track: '#E6E9EA',
  actual: '#1F63A8',
  beside: '#7A4E9E',
} as const

export const statusColour: Readonly<Record<Status, string>> = {
  overdue: '#B3261E',
  behind: '#B0480B',
  'slightly-behind': '#8A5B00',
  'on-schedule': '#0B6650',
  achieved: '#0B6650',
  'not-started': '#4F6475',
  'no-data': '#5B6876',
  'not-judged': '#5B6876',
}

export type LineStyle = {
  readonly colour: string
  readonly width: number
  readonly dash: readonly number[]
  /** Whether points without a value are passed over; a plan is stated at its corners only, what was measured has gaps. */
  readonly overGaps: boolean
  readonly joined: boolean
}

export const lineStyles: Readonly<Record<ReportSeriesRole, LineStyle>> = {
  actual: { colour: chartColour.actual, width: 2.2, dash: [], overGaps: false, joined: true },
  published: { colour: chartColour.actual, width: 2, dash: [], overGaps: false, joined: false },
  plan: { colour: chartColour.ink, width: 1.3, dash: [7, 4], overGaps: true, joined: true },
  target: { colour: chartColour.ink, width: 1.4, dash: [], overGaps: true, joined: true },
  beside: { colour: chartColour.beside, width: 1.4, dash: [3, 2], overGaps: false, joined: true },
  forecast: { colour: chartColour.actual, width: 1.6, dash: [1.5, 3], overGaps: false, joined: true },
}

/** What stands at the points of a line. */
export const lineSymbols: Readonly<
  Record<ReportSeriesRole, { readonly symbol: string; readonly size: number; readonly hollow: boolean }>
> = {
  actual: { symbol: 'circle', size: 4.5, hollow: false },
  published: { symbol: 'circle', size: 9, hollow: true },
  plan: { symbol: 'none', size: 0, hollow: false },
  target: { symbol: 'diamond', size: 9, hollow: true },
  beside: { symbol: 'rect', size: 4.5, hollow: false },
  forecast: { symbol: 'triangle', size: 5, hollow: true },
}

/** Sizes in points, as printed. */
export const labelSize = 10.5
export const smallSize = 9.5

export const chartWords = words({ noData: '无数据', unit: '单位：' }, { noData: 'No data', unit: 'Unit: ' })
