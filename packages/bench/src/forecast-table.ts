import {
  type BackTest,
  backTest,
  type Catalogue,
  countingFigures,
  type ForecastMethod,
  forecastMethods,
  type NationalFigure,
} from '@xushi/domain'

const nation = '000000'

type Row = {
  readonly goal: string
  readonly points: number
  readonly tests: Readonly<Record<ForecastMethod, BackTest>>
}

/** Both methods over every published series of the nation that is long enough to compare one forecast with what came. */
function rowsOf({ indicators, publishedFigures }: Pick<Catalogue, 'indicators' | 'publishedFigures'>): readonly Row[] {
  const ofNation = publishedFigures.filter(({ region }) => region === nation)
  const byGoal = Map.groupBy(ofNation, ({ goal }) => goal)
  // What is selected anew in rounds is no series.
  const chosen = new Set(indicators.filter(({ plan }) => plan.is === 'stages').map(({ goal }) => goal))
  return [...byGoal].sort().flatMap(([goal, figures]: readonly [string, readonly NationalFigure[]]) => {
    const points = countingFigures(figures)
    const [pace, line] = forecastMethods.map((method) => backTest(method, points, { least: 0 }))
    if (chosen.has(goal) || pace === undefined || line === undefined || pace.count === 0) return []
    return [{ goal, points: points.length, tests: { 'recent-pace': pace, 'theil-sen': line } }]
  })
}

const errorText = ({ error }: BackTest) => (error.known ? `${(100 * error.value).toFixed(1)} %` : 'none')

/** The mean error of each method and how many values lay in their band, series by series, as a table in Markdown. */
export function forecastTable(catalogue: Pick<Catalogue, 'indicators' | 'publishedFigures'>): readonly string[] {
  const rows = rowsOf(catalogue)
  const all = (pick: (test: BackTest) => number, method: ForecastMethod) =>
    rows.reduce((sum, { tests }) => sum + pick(tests[method]), 0)
  const count = all((test) => test.count, 'recent-pace')
  const mean = (method: ForecastMethod) =>
    `${((100 * all((test) => (test.error.known ? test.error.value * test.count : 0), method)) / count).toFixed(1)} %`
  const within = (method: ForecastMethod) => `${all((test) => test.within, method)} of ${count}`
  return [
    '| series | points | forecasts | recent pace: mean error | in its band | Theil-Sen: mean error | in its band |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(
      ({ goal, points, tests: { 'recent-pace': pace, 'theil-sen': line } }) =>
        `| ${goal} | ${points} | ${pace.count} | ${errorText(pace)} | ${pace.within} of ${pace.count} | ${errorText(line)} | ${line.within} of ${line.count} |`,
    ),
    `| all | | ${count} | ${mean('recent-pace')} | ${within('recent-pace')} | ${mean('theil-sen')} | ${within('theil-sen')} |`,
  ]
}
