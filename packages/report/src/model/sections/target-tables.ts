import { boundSign, percent } from '@xushi/wording'
import { actualCell, amountCell, pointsCell, ratioCell, statusCell, targetCell, textCell } from '../cells.ts'
import type { ReportBlock, ReportTable } from '../report-model.ts'
import { type ColumnOf, end, start, tableOf } from '../table-of.ts'
import type { Telling } from '../told.ts'
import { ownState, type Target } from './target-sentence.ts'

/** Every target with what is promised, what counts, and how it stands. For a region: its own value, its share, and its own target. */
export function targetTable(targets: readonly Target[], telling: Telling): ReportTable {
  const { says, language, material } = telling
  const { onSchedule, slightlyBehind, author } = material.dashboard.programme.thresholds
  if (material.region !== null) return regionalTable(targets, telling)
  const note = says.notes.targets(onSchedule.toFixed(1), slightlyBehind.toFixed(1), author[language])
  const { goal, target, actual, promised, attainment, ahead, status } = targetColumns(telling)
  const columns = [goal, target, actual, promised, attainment, ahead, status]
  return tableOf({ id: 'targets', caption: says.tables.targets, note }, targets, columns)
}

function regionalTable(targets: readonly Target[], telling: Telling): ReportTable {
  const { says, language } = telling
  const { goal, target, promised, attainment, status } = targetColumns(telling)
  const own = end<Target>(says.columns.actual, 7, (row) =>
    row.regional === undefined ? actualCell(row, language) : regionalCell(row, telling),
  )
  const share = end<Target>(says.columns.share, 5, ({ regional }) =>
    regional === undefined ? textCell('—') : ratioCell(regional.share, language),
  )
  // A national target is never applied to a region: only its own one is named.
  const ownTarget = { ...promised, cell: (row: Target, index: number) => ownPromise(row) ?? promised.cell(row, index) }
  const columns = [goal, target, own, share, ownTarget, attainment, status]
  return tableOf({ id: 'targets', caption: says.tables.regional, note: says.notes.regional }, targets, columns)
}

/** What a region holds: a number, or 已做到 where it is a yes or a no. */
function regionalCell(row: Target, { says, language }: Telling) {
  const state = ownState(row)
  if (state !== null) return textCell(says.coverageStates[state === 'there' ? 'done' : 'not-yet'])
  return amountCell(row.regional?.figure ?? row.actual, row, language)
}

const ownPromise = (row: Target) => (row.status === 'not-judged' || isYesOrNo(row) ? textCell('—') : null)
const isYesOrNo = ({ kind, regional }: Target) => kind === 'yes-no' && regional?.byPrefecture === false

/** What tables of targets say of each. */
function targetColumns({ says: { columns }, language }: Telling) {
  return {
    goal: start(columns.goal, 3, ({ goal }) => textCell(goal)),
    target: start(columns.target, 9, ({ name }) => textCell(name[language])),
    actual: end(columns.actual, 6, (target) => actualCell(target, language)),
    promised: end(columns.targetValue, 6, (target) => targetCell(target, language)),
    attainment: end(columns.attainment, 5, ({ attainment }) => ratioCell(attainment, language)),
    ahead: end(columns.ahead, 5, ({ percentagePoints }) => pointsCell(percentagePoints, language)),
    status: start(columns.status, 5, ({ status }) => statusCell(status, language)),
  } satisfies Readonly<Record<string, ColumnOf<Target>>>
}

/** Attainment of the targets beside their plan; those without either are left to the table. */
export function targetChart(
  targets: readonly Target[],
  { says, language }: Telling,
  of: 'all' | 'some' = 'all',
): readonly ReportBlock[] {
  const drawn = targets.filter(({ attainment, plan }) => attainment.known || plan.known)
  if (drawn.length === 0) return []
  const rows = drawn.map(({ name, attainment, plan, status, actual }) => ({
    label: name[language],
    ratio: attainment.known ? attainment.value : null,
    plan: plan.known ? plan.ratio : null,
    text: attainment.known
      ? `${boundSign(attainment.bound, language)}${percent(attainment.value)}`
      : actual.known
        ? '—'
        : says.unreported,
    status,
  }))
  const sentence = rows.map(({ label, text }) => says.chartSentence(label, text)).join(says.list)
  return [
    {
      is: 'chart',
      chart: {
        id: 'targets-chart',
        caption: of === 'all' ? says.charts.targets : says.charts.someTargets,
        sentence: `${sentence}${says.stop}`.trimEnd(),
        data: { draws: 'bullets', names: { ratio: says.charts.ratio, plan: says.charts.plan }, rows },
      },
    },
  ]
}
