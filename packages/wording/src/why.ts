import { words } from './language.ts'

/** Why there is no figure, in a word or two. A reason without a word here reads 未知. */
export const whyWords = words(
  {
    'not-reported': '未报',
    'before-baseline': '未报',
    'due-unreported': '到期未报',
    'register-not-open': '台账未启用',
    'selection-open': '未发布',
    'no-target': '—',
    'no-source': '—',
    'no-due-date': '—',
    'per-region': '各地分别评价',
    'by-stages': '按阶段',
    'no-baseline': '未知',
    'plan-not-begun': '未到节点',
    'sign-in-required': '登录后可见',
    'no-regional-target': '未分解',
    'not-applicable': '不适用',
    withheld: '暂不公布',
    'nothing-certain': '未知',
    unknown: '未知',
  },
  {
    'not-reported': 'not reported',
    'before-baseline': 'not reported',
    'due-unreported': 'due, not reported',
    'register-not-open': 'register not open',
    'selection-open': 'not published',
    'no-target': '—',
    'no-source': '—',
    'no-due-date': '—',
    'per-region': 'by region',
    'by-stages': 'by stages',
    'no-baseline': 'unknown',
    'plan-not-begun': 'not begun',
    'sign-in-required': 'sign in to see',
    'no-regional-target': 'no regional target',
    'not-applicable': 'not applicable',
    withheld: 'withheld',
    'nothing-certain': 'unknown',
    unknown: 'unknown',
  },
)

/** The word for a reason. */
export function whyWord(why: string, says: Readonly<Record<string, string>>): string {
  return says[why] ?? says.unknown ?? why
}
