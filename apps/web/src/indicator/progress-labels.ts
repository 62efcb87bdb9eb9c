import { type Language, whyWord, whyWords } from '@xushi/wording'
import { type Box, type ChartLabel, type PlacedLabel, placeLabels } from './label-places.ts'
import type { ProgressLayout, Space, Spot } from './progress-layout.ts'
import { chartAmount, differenceText } from './progress-sentence.ts'
import type { ProgressSeries } from './progress-series.ts'

/** The words that stand beside marks. */
export type LabelWords = {
  readonly target: string
  readonly shouldBe: string
  readonly baseline: string
  readonly joined: Readonly<Record<ProgressSeries['source'], string>>
  readonly planLine: string
  readonly recorded: string
  readonly gapBefore: string
  readonly nationalGap: (from: string, to: string) => string
}
export type LabelsAsked = {
  readonly says: LabelWords
  readonly language: Language
  readonly decimals: number
  /** Room right of the axis for the words at its end; 0 on a phone. */
  readonly room: number
}

/** The names and figures of the marks, each beside its own, most important first; none covers a mark or another label. */
export function progressLabels(
  series: ProgressSeries,
  layout: ProgressLayout,
  space: Space,
  asked: LabelsAsked,
): readonly PlacedLabel[] {
  const { left, right, bottom } = space
  const bounds = { left: left - 8, top: 8, right: right + asked.room + 12, bottom: bottom - 2 }
  const labels = [
    ...targetLabels(series, layout, space, asked),
    ...standingLabels(series, layout, asked),
    ...publishedLabels(series, layout, asked),
    ...recordedLabels(series, layout, asked),
    ...totalLabels(series, layout, asked),
    ...planLabels(layout, asked),
    ...layout.gaps.map(
      ({ from, to, why, months }, index): ChartLabel => ({
        key: 'gap',
        lines: [
          months === undefined
            ? whyWord(why, whyWords[asked.language])
            : asked.says.nationalGap(months.from, months.to),
        ],
        places: [0, 16, 32].map((shift) => ({
          x: (from + to) / 2,
          y: hatchTop(layout.gaps, index, space.top) + 30 + shift,
          anchor: 'middle',
        })),
      }),
    ),
  ]
  const totals = series.points.flatMap(({ day, regional, partial }) => {
    const value = regional ?? partial
    return value === null ? [] : [around(layout.at(day, value), 5)]
  })
  return placeLabels(labels, bounds, [...totals, ...marksOf(layout, space)])
}

/** What labels must not cover. */
function marksOf(
  { plan, published, recorded, forecasts, due, target, today, bracket }: ProgressLayout,
  { left, top, bottom }: Space,
): Box[] {
  return [
    ...published.map((spot) => around(spot, 8)),
    ...recorded.map((spot) => around(spot, 5)),
    ...[plan, recorded, ...forecasts.map(({ line }) => line)].flatMap(alongLine),
    ...(due === null ? [] : [around(due, 4)]),
    ...(target === null ? [] : [{ left, right: target.x, top: target.y - 1, bottom: target.y + 1 }]),
    ...(bracket === null
      ? []
      : [
          {
            left: bracket.x - 4,
            right: bracket.x + 4,
            top: Math.min(bracket.from, bracket.to),
            bottom: Math.max(bracket.from, bracket.to),
          },
        ]),
    ...(today === null ? [] : [{ left: today - 1, right: today + 1, top, bottom }]),
  ]
}

/** Where the hatch of a gap begins: the nation's own above what regions did not report. */
export const hatchTop = (gaps: ProgressLayout['gaps'], index: number, top: number): number => {
  const isBelow = gaps[index]?.months === undefined && gaps.some(({ months }) => months !== undefined)
  return top + (isBelow ? 44 : 4)
}

/** A line as small boxes, so that words stand above or below it and not on it. */
function alongLine(line: readonly Spot[]): Box[] {
  return line.slice(1).flatMap((to, index) => {
    const from = line[index] ?? to
    const parts = Math.max(1, Math.ceil(Math.abs(to.x - from.x) / 6))
    return Array.from({ length: parts + 1 }, (_, part) =>
      around({ x: from.x + ((to.x - from.x) * part) / parts, y: from.y + ((to.y - from.y) * part) / parts }, 1),
    )
  })
}

/** Around a mark, near places first: right and left of it, above and below, then farther up and down. */
const anywhere = ({ x, y }: Spot, gap = 12): ChartLabel['places'] => [
  { x: x - gap, y: y + 4, anchor: 'end' },
  { x: x + gap, y: y + 4, anchor: 'start' },
  ...[-14, 24, -22, 32, -36, 46].flatMap((shift): ChartLabel['places'] => [
    { x: x - 4, y: y + shift, anchor: 'end' },
    { x: x + 4, y: y + shift, anchor: 'start' },
    { x, y: y + shift, anchor: 'middle' },
  ]),
]

const around = ({ x, y }: Spot, size: number): Box => ({
  left: x - size,
  top: y - size,
  right: x + size,
  bottom: y + size,
})

function targetLabels(
  { target, scale }: ProgressSeries,
  { target: spot }: ProgressLayout,
  { left }: Space,
  asked: LabelsAsked,
): ChartLabel[] {
  if (target === null || spot === null) return []
  const { says, room } = asked
  const words = `${says.target}${says.gapBefore}${chartAmount(target, asked, { signed: scale === 'gain' })}`
  const lines = room > 0 ? [words, target.on] : [words]
  return [{ key: 'target', lines, places: [...beside(spot, 12, 4), { x: left + 4, y: spot.y - 6, anchor: 'start' }] }]
}

function standingLabels(
  { standing, target, scale }: ProgressSeries,
  { bracket, due }: ProgressLayout,
  asked: LabelsAsked,
): ChartLabel[] {
  const { says, language, decimals } = asked
  const labels: ChartLabel[] = []
  if (standing === null || standing.planned === null || due === null) return labels
  const difference = differenceText(standing.percentagePoints, language)
  if (bracket !== null && difference !== null) {
    const y = (bracket.from + bracket.to) / 2 + 4
    labels.push({
      key: 'difference',
      lines: [difference],
      places: [0, -18, 18, -36].flatMap((shift) => [
        { x: Math.max(bracket.x, due.x) + 8, y: y + shift, anchor: 'start' },
        { x: Math.min(bracket.x, due.x) - 8, y: y + shift, anchor: 'end' },
      ]),
    })
  }
  // On the due date itself the plan is the target, which is named already.
  if (standing.planned !== target?.value) {
    const plus = scale === 'gain' ? '+' : ''
    const amount = chartAmount({ value: standing.planned }, { language, decimals: decimals + 1 })
    labels.push({
      key: 'due',
      lines: [`${says.shouldBe}${plus}${amount}`],
      places: [...beside(due, 8, 18), ...anywhere(due, 8)],
    })
  }
  return labels
}

function publishedLabels({ scale }: ProgressSeries, { published }: ProgressLayout, asked: LabelsAsked): ChartLabel[] {
  const signed = scale === 'gain'
  return published.toReversed().map(({ point, said, x, y }) => {
    const isBaseline = signed && said.value === 0
    return {
      key: 'published',
      lines: isBaseline ? [asked.says.baseline, point.on] : [chartAmount(said, asked, { signed })],
      places: anywhere({ x, y }),
    }
  })
}

/** The last of the nation's own entries by its figure. */
function recordedLabels({ points, scale }: ProgressSeries, { at }: ProgressLayout, asked: LabelsAsked): ChartLabel[] {
  const last = points.findLast(({ recorded }) => recorded !== null)
  if (last === undefined || last.recorded === null) return []
  const words = `${asked.says.recorded}${asked.says.gapBefore}${chartAmount(last.recorded, asked, { signed: scale === 'gain' })}`
  return [{ key: 'recorded', lines: [words], places: anywhere(at(last.day, last.recorded.value), 10) }]
}

function totalLabels({ points, source }: ProgressSeries, { at }: ProgressLayout, asked: LabelsAsked): ChartLabel[] {
  const last = points.findLast(({ regional, partial }) => regional !== null || partial !== null)
  const value = last?.regional ?? last?.partial ?? null
  if (last === undefined || value === null) return []
  const { says } = asked
  const amount = chartAmount({ value, bound: last.regionalBound }, asked, { sense: 'total' })
  const { x, y } = at(last.day, value)
  return [
    {
      key: 'total',
      lines: [`${says.joined[source]}${says.gapBefore}${amount}`],
      places: [{ x, y: y - 12, anchor: 'end' }, { x, y: y + 20, anchor: 'end' }, ...anywhere({ x, y }, 10)],
    },
  ]
}

/** The plan's line by its name, a little past its middle. */
function planLabels({ plan }: ProgressLayout, { says }: LabelsAsked): ChartLabel[] {
  const [first, last] = [plan[0], plan.at(-1)]
  if (first === undefined || last === undefined || first === last) return []
  const x = first.x + (last.x - first.x) * 0.55
  const next = plan.findIndex((spot) => spot.x >= x)
  const [a, b] = [plan[next - 1], plan[next]]
  if (a === undefined || b === undefined) return []
  const y = a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x)
  return [
    {
      key: 'plan',
      lines: [says.planLine],
      places: [
        { x: x - 8, y: y - 8, anchor: 'end' },
        { x: x + 10, y: y + 18, anchor: 'start' },
        { x: x - 8, y: y - 14, anchor: 'end' },
        { x: x + 10, y: y + 24, anchor: 'start' },
      ],
    },
  ]
}

/** Right of a mark, else above or below it to the left. */
const beside = ({ x, y }: Spot, gap: number, drop: number): ChartLabel['places'] => [
  { x: x + gap, y: y + drop, anchor: 'start' },
  { x: x + gap, y: y + drop + 8, anchor: 'start' },
  { x: x - gap, y: y - 12, anchor: 'end' },
  { x: x - gap, y: y + 20, anchor: 'end' },
  { x, y: y - 28, anchor: 'end' },
]
