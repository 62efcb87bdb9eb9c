import type { Change } from '@xushi/contract'
import type { Text } from '@xushi/domain'
import { dayInWords } from './day-in-words.ts'
import { amount, exactNumber } from './format-figure.ts'
import type { Language } from './language.ts'
import { periodInWords } from './period-in-words.ts'

type Part = 'opening' | 'target' | 'baseline' | 'due' | 'plan' | 'regional-target' | 'thresholds' | 'reading'
type MilestoneKind = 'planned' | 'stage' | 'moved' | 'done' | 'issue'

/** The words of a change, by language. `value` and the like are ready for the eye. */
const says = {
  zh: {
    parts: {
      opening: '台账启用',
      target: '调整目标值',
      baseline: '调整基期值',
      due: '调整截止日期',
      plan: '调整序时进度',
      'regional-target': '分解目标',
      thresholds: '调整状态阈值',
      reading: '改换口径',
    },
    milestones: { planned: '列入计划', stage: '进入新阶段', moved: '时间调整', done: '办结', issue: '发布新一期' },
    entry: (place: string, period: string, value: string) => `${place}${period}审定${value}`,
    entries: (period: string, count: number) => `${period}审定${count}条`,
    correction: (place: string, period: string, values: string) => `${place}更正${period}：${values}`,
    corrections: (period: string, count: number) => `${period}更正${count}条`,
    withdrawal: (count: number, what: string) => `撤回${count}条${what}`,
    case: (title: string) => `${title}计入`,
    cases: (count: number) => `${count}个案例计入`,
    exit: (title: string, on: string) => `${title}自${on}起退出`,
    exits: (count: number) => `${count}个退出`,
    merger: (title: string) => `${title}并入另一案例`,
    mergers: (count: number) => `${count}个案例并入他案`,
    promotion: (title: string) => `选入${title}`,
    promotions: (count: number) => `选入${count}个`,
    confirmations: (period: string, count: number) => `${period}台账${count}个单位确认`,
    published: (value: string, on: string) => `公布${value}（${on}）`,
    several: (count: number) => `公布${count}条`,
    reason: (reason: string) => `，原因：${reason}`,
    absent: '不报数',
  },
  en: {
    parts: {
      opening: 'register opened',
      target: 'target changed',
      baseline: 'baseline changed',
      due: 'due date changed',
      plan: 'plan re-based',
      'regional-target': 'regional target',
      thresholds: 'thresholds changed',
      reading: 'reading changed',
    },
    milestones: { planned: 'planned', stage: 'new stage', moved: 'date moved', done: 'done', issue: 'new issue' },
    entry: (place: string, period: string, value: string) => `${place}, ${period} approved: ${value}`,
    entries: (period: string, count: number) => `${period}: ${count} entries approved`,
    correction: (place: string, period: string, values: string) => `${place} corrected ${period}: ${values}`,
    corrections: (period: string, count: number) => `${period}: ${count} corrections`,
    withdrawal: (count: number, what: string) => `${count} withdrawn${what}`,
    case: (title: string) => `${title} counts`,
    cases: (count: number) => `${count} cases count`,
    exit: (title: string, on: string) => `${title} leaves on ${on}`,
    exits: (count: number) => `${count} left`,
    merger: (title: string) => `${title} merged into another case`,
    mergers: (count: number) => `${count} cases merged into others`,
    promotion: (title: string) => `chosen: ${title}`,
    promotions: (count: number) => `${count} chosen`,
    confirmations: (period: string, count: number) => `lists of ${period} confirmed by ${count} units`,
    published: (value: string, on: string) => `${value} published (${on})`,
    several: (count: number) => `${count} figures published`,
    reason: (reason: string) => `, reason: ${reason}`,
    absent: 'no value',
  },
} as const

const nation: Text = { zh: '全国', en: 'Nation' }

/** What a change was, in words, without the name of its goal: 江苏更正2020年9月：94个 → 96个，原因：重复登记. */
export function changeSentence(change: Change, language: Language): string {
  const say = says[language]
  const { kind, count, region, title, on, reason, part, period } = change
  const place = (region ?? nation)[language]
  const why = reason === null || reason === '' ? '' : say.reason(reason)
  const single = count === 1
  const when = period === null ? '' : periodInWords(period, language)
  const day = on === null ? '' : dayInWords(on, '', language)
  switch (kind) {
    case 'entry':
      return single ? say.entry(place, when, valueText(change, change.value, language)) : say.entries(when, count)
    case 'correction': {
      const values = `${valueText(change, change.before, language)} → ${valueText(change, change.value, language)}`
      return single ? `${say.correction(place, when, values)}${why}` : say.corrections(when, count)
    }
    case 'withdrawal':
      return `${say.withdrawal(count, single ? withName(title ?? `${place}${language === 'zh' ? '' : ' '}${when}`, language) : '')}${why}`
    case 'case':
      return single ? say.case(title ?? '') : say.cases(count)
    case 'exit':
      return single ? `${say.exit(title ?? '', day)}${why}` : say.exits(count)
    case 'merger':
      return single ? `${say.merger(title ?? '')}${why}` : say.mergers(count)
    case 'promotion':
      return single ? say.promotion(title ?? '') : say.promotions(count)
    case 'confirmation':
      return say.confirmations(when, count)
    case 'published':
      return single ? say.published(valueText(change, change.value, language), day) : say.several(count)
    case 'milestone':
      return wordOf(say.milestones, part as MilestoneKind)
    case 'decision':
      return `${wordOf(say.parts, part as Part)}${why}`
    default:
      return kind satisfies never
  }
}

const withName = (name: string, language: Language) => (language === 'zh' ? `（${name}）` : ` (${name})`)

/** A word the server may know before this page does stands as it is. */
const wordOf = <Key extends string>(words: Readonly<Record<Key, string>>, key: Key): string => words[key] ?? key

function valueText({ indicator, bound }: Change, value: number | null, language: Language): string {
  if (value === null) return says[language].absent
  if (indicator === null) return exactNumber(value)
  const { unit, decimals } = indicator
  return amount({ value, bound: bound ?? undefined }, unit[language], { decimals, language })
}
