import { boundSign, percent } from '@xushi/wording'
import {
  actualCell,
  amountCell,
  dateCell,
  end,
  pointsCell,
  ratioCell,
  start,
  statusCell,
  targetCell,
  textCell,
} from '../cells.ts'
import type { ReportBlock, ReportTable } from '../report-model.ts'
import type { Telling } from '../told.ts'
import type { Target } from './target-sentence.ts'

/** Every target with what is promised, what counts, and how it stands. For a region: its own value, its share, and its own target. */
export const targetTable = (targets: readonly Target[], telling: Telling): ReportTable =>
  telling.material.region === null ? nationalTable(targets, telling) : regionalTable(targets, telling)

function nationalTable(targets: readonly Target[], { says, language, material }: Telling): ReportTable {
  const { columns } = says
  const { onSchedule, slightlyBehind, author } = material.dashboard.programme.thresholds
  return {
    id: 'targets',
    caption: says.tables.targets,
    columns: [
      start(columns.goal, 3),
      start(columns.target, 9),
      end(columns.actual, 6),
      end(columns.targetValue, 6),
      end(columns.attainment, 5),
      end(columns.ahead, 5),
      start(columns.status, 5),
    ],
    rows: targets.map((target) => [
      textCell(target.goal),
      textCell(target.name[language]),
      actualCell(target, language),
      targetCell(target, language),
      ratioCell(target.attainment, language),
      pointsCell(target.percentagePoints, language),
      statusCell(target.status, language),
    ]),
    note: says.notes.targets(onSchedule.toFixed(1), slightlyBehind.toFixed(1), author[language]),
  }
}

function regionalTable(targets: readonly Target[], { says, language }: Telling): ReportTable {
  const { columns } = says
  return {
    id: 'targets',
    caption: says.tables.regional,
    columns: [
      start(columns.goal, 3),
      start(columns.target, 10),
      end(columns.actual, 7),
      end(columns.share, 5),
      end(columns.targetValue, 6),
      end(columns.attainment, 5),
      start(columns.status, 5),
    ],
    rows: targets.map((target) => {
      const { regional } = target
      return [
        textCell(target.goal),
        textCell(target.name[language]),
        regional === undefined ? actualCell(target, language) : amountCell(regional.figure, target, language),
        regional === undefined ? textCell('—') : ratioCell(regional.share, language),
        target.status === 'not-judged' ? textCell('—') : targetCell(target, language),
        ratioCell(target.attainment, language),
        statusCell(target.status, language),
      ]
    }),
    note: says.notes.regions,
  }
}

/** 督办清单: what is behind, with its due date. */
export function supervisionTable(targets: readonly Target[], { says, language }: Telling): ReportTable {
  const { columns } = says
  return {
    id: 'supervised',
    caption: says.tables.targets,
    columns: [
      start(columns.goal, 3),
      start(columns.target, 9),
      end(columns.actual, 6),
      end(columns.targetValue, 6),
      end(columns.ahead, 5),
      start(columns.due, 6),
      start(columns.status, 5),
    ],
    rows: targets.map((target) => [
      textCell(target.goal),
      textCell(target.name[language]),
      actualCell(target, language),
      targetCell(target, language),
      pointsCell(target.percentagePoints, language),
      dateCell(target.due?.on ?? null),
      statusCell(target.status, language),
    ]),
    note: '',
  }
}

/** Attainment of the targets beside their plan; those without either are left to the table. */
export function targetChart(targets: readonly Target[], { says, language }: Telling): readonly ReportBlock[] {
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
        caption: says.charts.targets,
        sentence: `${sentence}${says.stop}`.trimEnd(),
        data: { draws: 'bullets', names: { ratio: says.charts.ratio, plan: says.charts.plan }, rows },
      },
    },
  ]
}
