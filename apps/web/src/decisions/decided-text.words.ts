import { words } from '@xushi/wording'

export const decidedWords = words(
  {
    none: '尚未规定',
    opening: (on: string, balance: string, source: string) =>
      `自${on}启用，期初数${balance}${source === '' ? '' : `（来源：${source}）`}`,
    comparators: {
      'at-least': '不少于',
      'more-than': '多于',
      'at-most': '不多于',
      equal: '等于',
      all: '全部',
      about: '约',
      range: '',
    },
    ends: {
      about: (value: string, from: string, to: string) => `${value}（${from}至${to}）`,
      range: (_: string, from: string, to: string) => `${from}至${to}`,
    },
    perRegion: '每个地区',
    basis: { level: '（总量）', increment: '（增量，在基期值之上）' },
    baseline: (value: string, on: string, source: string) => `${value}，截至${on}（来源：${source}）`,
    days: {
      day: (on: string) => on,
      month: (on: string) => on.slice(0, 7),
      year: (on: string) => `${on.slice(0, 4)}年`,
      about: (on: string) => `${on}前后`,
    },
    stated: '（原文或文件所定）',
    inferred: (reason: string) => (reason === '' ? '（推定）' : `（推定：${reason}）`),
    straight: '从基期值到目标值按日直线',
    through: (points: string) => `经${points}到目标值`,
    point: (on: string, value: string) => `${on}达到${value}`,
    stages: (stages: string) => `按阶段：${stages}`,
    stage: (name: string, on: string) => `${name}（${on}）`,
    undated: '未定日期',
    between: '、',
    regional: (place: string, on: string, value: string) => `${place}到${on}不少于${value}`,
    thresholds: (onSchedule: string, slightlyBehind: string, author: string) =>
      `序时指数${onSchedule}起为正常，${slightlyBehind}起为略滞后，以下为滞后（决定人：${author}）`,
    anotherWaits: '同一事项另有一份决定待批准；先批准的生效，另一份须退回重新提出。',
    overtaken: '提出之后同一事项已另有决定生效，这一份不能再批准；请退回，按现行的值重新提出。',
    partsExceed: (sum: string, most: string) =>
      `各地区分解目标合计将为${sum}，超过全国目标${most}；如属有意加码，请在理由中说明。`,
  },
  {
    none: 'not set yet',
    opening: (on: string, balance: string, source: string) =>
      `opened on ${on} with a balance of ${balance}${source === '' ? '' : ` (source: ${source})`}`,
    comparators: {
      'at-least': 'at least ',
      'more-than': 'more than ',
      'at-most': 'at most ',
      equal: 'equal to ',
      all: 'all ',
      about: 'about ',
      range: '',
    },
    ends: {
      about: (value: string, from: string, to: string) => `${value} (${from} to ${to})`,
      range: (_: string, from: string, to: string) => `${from} to ${to}`,
    },
    perRegion: 'each region ',
    basis: { level: ' (level)', increment: ' (increment, on top of the baseline)' },
    baseline: (value: string, on: string, source: string) => `${value} as of ${on} (source: ${source})`,
    days: {
      day: (on: string) => on,
      month: (on: string) => on.slice(0, 7),
      year: (on: string) => on.slice(0, 4),
      about: (on: string) => `about ${on}`,
    },
    stated: ' (stated)',
    inferred: (reason: string) => (reason === '' ? ' (inferred)' : ` (inferred: ${reason})`),
    straight: 'a straight line from baseline to target, by days',
    through: (points: string) => `through ${points} to the target`,
    point: (on: string, value: string) => `${value} on ${on}`,
    stages: (stages: string) => `by stages: ${stages}`,
    stage: (name: string, on: string) => `${name} (${on})`,
    undated: 'no date yet',
    between: ', ',
    regional: (place: string, on: string, value: string) => `${place}: at least ${value} by ${on}`,
    thresholds: (onSchedule: string, slightlyBehind: string, author: string) =>
      `on schedule from an index of ${onSchedule}, slightly behind from ${slightlyBehind}, behind below it (decided by ${author})`,
    anotherWaits:
      'Another decision about the same thing waits too; the one approved first holds, the other is proposed anew.',
    overtaken:
      'Another decision about the same thing took effect since; return this one, to be proposed anew on what holds now.',
    partsExceed: (sum: string, most: string) =>
      `The regional targets would come to ${sum}, more than the national one of ${most}; say so in the reason if that is meant.`,
  },
)
