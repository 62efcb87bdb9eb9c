import type { MilestoneTrack, TrackedMilestone } from '@xushi/contract'
import { daysBetween } from '@xushi/domain'
import { dayInWords } from './day-in-words.ts'
import type { Language } from './language.ts'

type Asked = { readonly on: string; readonly language: Language; readonly responsible: TrackedMilestone['responsible'] }

/** The way of a milestone in words: what the drawing shows, with the reasons and documents that it has no room for. */
export function trackSentence(track: MilestoneTrack, { on, language, responsible }: Asked): string {
  const zh = language === 'zh'
  const day = (date: string) => dayInWords(date, on.slice(0, 4), language)
  const { standing, events } = track
  const parts: string[] = []
  if (standing.state === 'not-recorded') {
    const expected = track.expected.at(-1)
    if (expected !== undefined) parts.push(zh ? `${day(expected.on)}到期` : `Due ${day(expected.on)}`)
    const by = responsible[language]
    parts.push(zh ? `应由${by}报送计划日期或进展` : `A date or progress is expected from: ${by}`)
    return sentence(parts, zh)
  }
  parts.push(...expectation(track, on, day, zh))
  const done = events.find(({ kind }) => kind === 'done')
  if (done !== undefined) {
    const number = done.documentNumber === null ? '' : zh ? `，${done.documentNumber}` : `, ${done.documentNumber}`
    parts.push(zh ? `${day(done.on)}办结${number}` : `Done on ${day(done.on)}${number}`)
  }
  const last = events.findLast(({ kind }) => kind === 'stage')
  if (done === undefined && last !== undefined) {
    parts.push(zh ? `${day(last.on)}：${last.stage}` : `${day(last.on)}: ${last.stage}`)
  }
  const issue = events.findLast(({ kind }) => kind === 'issue')
  if (issue !== undefined) {
    const { issues } = standing
    const number = issue.number ?? issues
    parts.push(
      zh
        ? `定期事项，已发布${issues}期，最近第${number}期${day(issue.on)}`
        : `Recurring: ${issues} issued, the last, number ${number}, on ${day(issue.on)}`,
    )
  }
  return sentence(parts, zh)
}

const sentence = (parts: readonly string[], zh: boolean) => (zh ? `${parts.join('；')}。` : `${parts.join('; ')}.`)

function expectation(track: MilestoneTrack, on: string, day: (date: string) => string, zh: boolean): string[] {
  const { expected, standing } = track
  const last = expected.at(-1)
  const [first, ...moves] = expected
  if (first === undefined || last === undefined) return []
  const reasons = moves.flatMap(({ reason }) => (reason === '' ? [] : [reason])).join(zh ? '；' : '; ')
  const because = reasons === '' ? '' : zh ? `：${reasons}` : `: ${reasons}`
  const times = moves.length
  const parts: string[] = []
  if (times > 0) {
    const before = expected.slice(0, -1).map((one) => day(one.on))
    parts.push(
      zh
        ? `原定${before.join('、')}，改为${day(last.on)}（已改期${times}次${because}）`
        : `First expected ${before.join(', ')}, now ${day(last.on)} (put off ${times === 1 ? 'once' : `${times} times`}${because})`,
    )
  } else if (standing.doneOn === null) {
    parts.push(zh ? `预计${day(last.on)}` : `Expected ${day(last.on)}`)
  }
  if (standing.doneOn === null && last.on < on) {
    const past = daysBetween(last.on, on)
    parts.push(zh ? `已过${past}天` : `${past} days past`)
  }
  return parts
}
