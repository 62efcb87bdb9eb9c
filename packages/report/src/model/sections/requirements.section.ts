import type { MilestoneTrack, TrackedMilestone } from '@xushi/contract'
import { addDays, daysBetween, type LocalDate } from '@xushi/domain'
import { periodInWords, statusWords, targetText, wordsIn } from '@xushi/wording'
import { actualText } from '../cells.ts'
import { circularWords } from '../circular.words.ts'
import type { ReportBlock, ReportSection } from '../report-model.ts'
import { nationCode, type Telling } from '../told.ts'
import { authored } from './chapters.section.ts'
import { overdueRegionsOf } from './compared-regions.section.ts'
import { placeOf } from './milestones.section.ts'
import { behindOf, paragraph } from './summary.section.ts'
import { answerable } from './supervision.section.ts'
import type { Target } from './target-sentence.ts'

/** What falls due in so many days is told. */
const daysAhead = 60
/** So many regions are named in a sentence. */
const mostRegions = 6

/** 下一步工作要求: what the author wrote, then who must do what by when. Nothing is asked of anybody that the figures do not ask. */
export function requirementsSections(telling: Telling): readonly ReportSection[] {
  const { says, language } = telling
  const { headings } = wordsIn(circularWords, language)
  const part = (id: keyof typeof headings, texts: readonly string[]): ReportSection => ({
    id: `requirements-${id}`,
    level: 2,
    heading: headings[id],
    blocks: texts.map((text): ReportBlock => paragraph(text.trim())),
  })
  const written = authored('requirements', telling)
  return [
    { id: 'requirements', level: 1, heading: says.headings.requirements, blocks: written },
    part('targets', lateTexts(telling)),
    part('reporting', reportingTexts(telling)),
    part('next', nextTexts(telling)),
  ]
}

/** By the next deadline for reporting; without one, without delay. */
function byWhen({ material, language, day }: Telling): string {
  const say = wordsIn(circularWords, language)
  const [next] = material.owing?.upcoming ?? []
  return next === undefined ? say.atOnce : say.by(day(next.deadline))
}

type Late = { readonly id: string; readonly name: string; readonly state: string; readonly lag: Target['lag'] }

function lateTexts(telling: Telling): readonly string[] {
  const { material, language } = telling
  const say = wordsIn(circularWords, language)
  const { on } = material.request
  const states = wordsIn(statusWords, language)
  const targets = behindOf(material.dashboard.indicators, on).map(
    ({ id, name, status, lag }): Late => ({ id, name: name[language], state: states[status], lag }),
  )
  const milestones = material.dashboard.milestones.flatMap(({ id, name, standing, lag }): Late[] =>
    standing?.state === 'overdue' && standing.expectedOn !== null
      ? [{ id, name: name[language], state: say.overdueBy(daysBetween(standing.expectedOn, on)), lag }]
      : [],
  )
  const late = [...targets, ...milestones]
  return late.length === 0 ? [say.noneBehind] : late.map((one) => lateText(one, telling))
}

function lateText({ id, name, state, lag }: Late, telling: Telling): string {
  const { material, language, day } = telling
  const say = wordsIn(circularWords, language)
  const unit = answerable(id, lag, telling)
  const quoted = say.quoted(name)
  if (lag === null) return say.withoutReason(unit, quoted, state, byWhen(telling))
  if (lag.newDate < material.request.on) {
    return say.reasonExpired(unit, quoted, state, day(lag.newDate), byWhen(telling))
  }
  return say.withReason(unit, quoted, state, lag.remedy, day(lag.newDate))
}

function reportingTexts(telling: Telling): readonly string[] {
  const { material, language, day } = telling
  const say = wordsIn(circularWords, language)
  const slow = overdueRegionsOf(telling)
  const names = slow
    .slice(0, mostRegions)
    .map(({ name }) => name[language])
    .join(say.list)
  const by = byWhen(telling)
  const asked =
    slow.length === 0
      ? say.noneOverdue(day(material.request.on))
      : slow.length > mostRegions
        ? say.handIn(names, slow.length, by)
        : say.handInAll(names, by)
  const upcoming = (material.owing?.upcoming ?? []).map(({ period, deadline, count }) =>
    say.upcoming(periodInWords(period, language), count, day(deadline)),
  )
  const deadlines = upcoming.length === 0 ? say.noneUpcoming : `${upcoming.join(say.semicolon)}${say.stop}`
  return [asked, capitalised(deadlines)]
}

const capitalised = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

/** Targets and milestones whose day comes in the next days, the nearest first. */
function nextTexts(telling: Telling): readonly string[] {
  const found = [...targetsDue(telling), ...milestonesDue(telling)].toSorted((a, b) => a.on.localeCompare(b.on))
  return found.length === 0 ? [wordsIn(circularWords, telling.language).noneNext] : found.map(({ text }) => text)
}

function targetsDue(telling: Telling): readonly Next[] {
  const { material, language, day } = telling
  const say = wordsIn(circularWords, language)
  return material.dashboard.indicators.flatMap((target) => {
    const { id, name, due, status, lag } = target
    if (due === null || !isNear(due.on, telling) || target.target === null || status === 'achieved') return []
    const [actual, promised] = [actualText(target, language), targetText(target, language)]
    const text = say.targetDue(say.quoted(name[language]), day(due.on), actual, promised, answerable(id, lag, telling))
    return [{ on: due.on, text }]
  })
}

type Next = { readonly on: LocalDate; readonly text: string }

const isNear = (date: LocalDate, { material: { request } }: Telling): boolean =>
  date > request.on && date <= addDays(request.on, daysAhead)

function milestonesDue(telling: Telling): readonly Next[] {
  return telling.material.milestones.milestones.flatMap((milestone) =>
    (milestone.tracks ?? []).flatMap((track) => milestoneDue(milestone, track, telling)),
  )
}

function milestoneDue(milestone: TrackedMilestone, { region, standing }: MilestoneTrack, telling: Telling): Next[] {
  const { says, language, day } = telling
  const say = wordsIn(circularWords, language)
  const { expectedOn, doneOn } = standing
  if (expectedOn === null || doneOn !== null || !isNear(expectedOn, telling)) return []
  const name = say.quoted(milestone.name[language])
  const placed = region === null || region === nationCode ? name : says.inPlace(name, placeOf(region, telling))
  return [{ on: expectedOn, text: say.milestoneDue(placed, day(expectedOn), milestone.responsible[language]) }]
}
