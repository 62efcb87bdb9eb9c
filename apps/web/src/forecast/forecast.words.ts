import type { NoForecastReason } from '@xushi/contract'
import { words } from '@xushi/wording'

type Amount = string
const times = (count: number) => (count === 1 ? 'once' : `${count} times`)

/** What forecasts say. Amounts come with their unit of display; sentences have no full stop, see `forecast-sentence.ts`. */
export const forecastWords = words(
  {
    title: '预测',
    method: '方法见说明',
    sources: { national: '全国口径', regions: '分地区合计', register: '台账计数' },
    alone: { national: '单凭全国口径', regions: '单凭分地区合计', register: '单凭台账计数' },
    tooFew: (points: number) => `不足以预测（数据${points}个，少于4个）`,
    none: {
      'too-few-points': '不足以预测',
      'sign-in-required': '登录后可见',
      'by-stages': '按阶段遴选，不作预测',
      'no-target': '没有数量目标，不作预测',
      'no-number': '没有数量目标，不作预测',
      'no-due-date': '没有截止日期，不作预测',
      'per-region': '由各地分别完成，不作预测',
      'not-judged': '不评价，不作预测',
      'past-due': '已过截止日期，不再预测',
      achieved: '已完成，不再预测',
      'no-regional-target': '未分解到地区，不作预测',
    } satisfies Readonly<Record<NoForecastReason, string>>,
    months: (count: number) => `近${count}个月`,
    since: (day: string) => `${day}以来`,
    bySpeed: {
      'recent-pace': (span: string) => `按${span}的速度`,
      'theil-sen': (span: string) => `按稳健回归（${span}）`,
    },
    pace: (rises: boolean, amount: Amount) => `月均${rises ? '' : '减少'}${amount}`,
    expected: (day: string, amount: Amount, aside: string) => `到${day}约${amount}（${aside}）`,
    band: (low: Amount, high: Amount) => `区间${low}–${high}`,
    low: '偏低',
    incomplete: {
      entries: (count: number) => `${count}期未报齐`,
      register: (count: number) => `${count}期未确认齐`,
    },
    goal: {
      reach: (amount: Amount) => `达到${amount}`,
      pass: (amount: Amount) => `超过${amount}`,
      fall: (amount: Amount) => `降到${amount}`,
    },
    on: (goal: string, day: string, from: string, to: string) => `照此速度${day}${goal}（${from}至${to}之间）`,
    onOpen: (goal: string, day: string, from: string) => `照此速度${day}${goal}（最早${from}，最晚不定）`,
    not: {
      reached: (goal: string) => `已${goal}`,
      'not-at-this-pace': (goal: string) => `照此速度不能${goal}`,
      'beyond-horizon': (goal: string) => `照此速度十年内不能${goal}`,
    },
    needed: (who: string, goal: string, rises: boolean, amount: Amount) =>
      `若要${who}按期${goal}，需每月${rises ? '' : '减少'}${amount}`,
    backTest: (count: number, error: string, within: number) =>
      `近${count}次回测平均误差${error}，${within}次落在区间内`,
    noBackTest: '数据少，尚无回测',
    other: (by: string, amount: Amount, low: Amount, high: Amount) => `另${by}，约${amount}（区间${low}–${high}）`,
    rowBy: (span: string) => `照${span}速度`,
    rowOn: (day: string, goal: string) => `${day}可${goal}`,
    rowShort: (expected: Amount, missing: Amount) => `到期约${expected}，差${missing}`,
    expectedShort: (amount: Amount) => `到期约${amount}`,
    rowReached: '已达到目标数',
  },
  {
    title: 'Forecast',
    method: 'how it is made',
    sources: { national: 'The nation', regions: 'The sum of regions', register: 'The count of the register' },
    alone: {
      national: 'by the nation alone',
      regions: 'by the sum of regions alone',
      register: 'by the register alone',
    },
    tooFew: (points) => `not enough to forecast (${points} ${points === 1 ? 'figure' : 'figures'}, fewer than 4)`,
    none: {
      'too-few-points': 'not enough to forecast',
      'sign-in-required': 'sign in to see',
      'by-stages': 'chosen by stages, not forecast',
      'no-target': 'no number is promised, not forecast',
      'no-number': 'no number is promised, not forecast',
      'no-due-date': 'no due date, not forecast',
      'per-region': 'for each region to keep, not forecast',
      'not-judged': 'not judged, not forecast',
      'past-due': 'past its due date, no longer forecast',
      achieved: 'achieved, no longer forecast',
      'no-regional-target': 'no target of its own, not forecast',
    },
    months: (count) => (count === 1 ? 'the last month' : `the last ${count} months`),
    since: (day) => `the time since ${day}`,
    bySpeed: {
      'recent-pace': (span) => `at the pace of ${span}`,
      'theil-sen': (span) => `by robust regression over ${span}`,
    },
    pace: (rises, amount) => `${rises ? '' : 'down by '}${amount} a month`,
    expected: (day, amount, aside) => `comes to about ${amount} on ${day} (${aside})`,
    band: (low, high) => `between ${low} and ${high}`,
    low: 'so low',
    incomplete: {
      entries: (count) => `${count} ${count === 1 ? 'period' : 'periods'} not fully reported`,
      register: (count) => `${count} ${count === 1 ? 'month' : 'months'} not fully confirmed`,
    },
    goal: {
      reach: (amount) => `reach ${amount}`,
      pass: (amount) => `pass ${amount}`,
      fall: (amount) => `fall to ${amount}`,
    },
    on: (goal, day, from, to) => `at this pace it will ${goal} on ${day} (between ${from} and ${to})`,
    onOpen: (goal, day, from) => `at this pace it will ${goal} on ${day} (${from} at the earliest, with no latest day)`,
    not: {
      reached: (goal) => `there already: ${goal}`,
      'not-at-this-pace': (goal) => `at this pace it will not ${goal}`,
      'beyond-horizon': (goal) => `at this pace it will not ${goal} within ten years`,
    },
    needed: (who, goal, rises, amount) =>
      `to ${goal} in time${who === '' ? '' : ` ${who}`}, ${rises ? '' : 'a fall of '}${amount} a month is needed`,
    backTest: (count, error, within) =>
      `Tested back ${times(count)}: mean error ${error}, ${within} of ${count} inside the band`,
    noBackTest: 'Too few figures to test it back',
    other: (by, amount, low, high) => `otherwise, ${by}, about ${amount} (between ${low} and ${high})`,
    rowBy: (span) => `At the pace of ${span}`,
    rowOn: (day, goal) => `will ${goal} on ${day}`,
    rowShort: (expected, missing) => `about ${expected} when due, ${missing} short`,
    expectedShort: (amount) => `about ${amount} when due`,
    rowReached: 'the number is reached',
  },
)
