import type { Judgement } from '@xushi/contract'
import { words } from './language.ts'

/** Why a status is what it is, where the figures beside it do not say so themselves. */
export type ReasonShown = NonNullable<Judgement['statusReason']> | NoData

/** Why nothing counts under 未报送. */
type NoData = 'not-reported' | 'before-baseline' | 'due-unreported' | 'register-not-open' | 'no-source'

type Reason = { readonly short: string; readonly full: string }

const zh = {
  'no-number': { short: '条款未给数字', full: '条款未给数字，以里程碑与进展情况记录，不评价' },
  'no-due-date': { short: '未定期限', full: '条款与口径均未定完成期限，不评价' },
  'per-region': { short: '各地分别评价', full: '按地区提出，各地分别评价，全国不评价' },
  'no-plan': { short: '无基期，不能排序时', full: '已有数据，但没有基期值，不能画序时进度，不评价' },
  'sign-in-required': { short: '登录后可见', full: '由地区填报汇总，登录后可见' },
  'no-regional-target': { short: '未分解到地区', full: '目标是对全国提出的，未分解到地区，本地区不评价' },
  unmet: { short: '尚未达到', full: '本地区已报，尚未达到；未到期，不评价' },
  'not-reported': { short: '尚无数据', full: '截至所选日期，还没有可计入的数据' },
  'before-baseline': { short: '基期后尚无数据', full: '已有的数据不晚于基期，不算进展' },
  'due-unreported': { short: '到期日尚无数据', full: '截至到期日没有可计入的数据' },
  'register-not-open': { short: '台账尚未启用', full: '按台账计数，台账尚未启用' },
  'no-source': { short: '未定数据来源', full: '还没有确定以哪个来源为准' },
} as const satisfies Record<ReasonShown, Reason>

/** Each reason as a word or two beside the status, and in full where there is room for a sentence. */
export const statusReasonWords = words<Record<ReasonShown, Reason>>(zh, {
  'no-number': {
    short: 'no number in the text',
    full: 'No number in the text: milestones and narrative only',
  },
  'no-due-date': { short: 'no due date', full: 'Neither the text nor a reading gives a due date: not judged' },
  'per-region': {
    short: 'region by region',
    full: 'Asked of each region, not judged for the nation',
  },
  'no-plan': {
    short: 'no baseline to plan from',
    full: 'There is a figure but no baseline, so no plan can be drawn: not judged',
  },
  'sign-in-required': { short: 'sign in to see', full: 'Added up from the regions; sign in to see it' },
  'no-regional-target': {
    short: 'no regional target',
    full: 'Promised for the nation and not divided among regions: this region is not judged',
  },
  unmet: { short: 'not reached yet', full: 'The region reported and has not reached it; not due yet, not judged' },
  'not-reported': { short: 'no figure yet', full: 'No figure that counts up to the date chosen' },
  'before-baseline': {
    short: 'none after the baseline',
    full: 'The figures there are not later than the baseline: no progress to tell',
  },
  'due-unreported': { short: 'none by the due date', full: 'No figure that counts as of the due date' },
  'register-not-open': { short: 'register not open', full: 'Counted from a register that is not open yet' },
  'no-source': { short: 'no source chosen', full: 'No source of record has been chosen yet' },
})

/**
 * Why a target has its status: the reason that the judgement names, for 未报送 why nothing counts. Null where the status speaks for
 * itself, or for a reason that has no words.
 */
export function statusReasonOf({
  status,
  statusReason,
  actual,
}: Pick<Judgement, 'status' | 'statusReason' | 'actual'>): ReasonShown | null {
  const reason = statusReason ?? (status === 'no-data' && !actual.known ? actual.why : null)
  return reason !== null && isReason(reason) ? reason : null
}

const isReason = (reason: string): reason is ReasonShown => Object.hasOwn(zh, reason)
