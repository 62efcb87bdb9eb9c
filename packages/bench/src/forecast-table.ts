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

/** The words of the table, as the page of the method has them in each language. */
const tableWords = {
  zh: {
    head: ['序列', '数据个数', '预测次数', '近期速度：平均误差', '落在区间内', '稳健回归：平均误差', '落在区间内'],
    all: '合计',
    percent: (value: string) => `${value}%`,
    within: (within: number, count: number) => `${within}／${count}`,
    none: '没有',
  },
  en: {
    head: [
      'series',
      'points',
      'forecasts',
      'recent pace: mean error',
      'in its band',
      'Theil-Sen: mean error',
      'in its band',
    ],
    all: 'all',
    percent: (value: string) => `${value} %`,
    within: (within: number, count: number) => `${within} of ${count}`,
    none: 'none',
  },
}

/** The mean error of each method and how many values lay in their band, series by series, as a table in Markdown. */
export function forecastTable(
  catalogue: Pick<Catalogue, 'indicators' | 'publishedFigures'>,
  language: keyof typeof tableWords,
): readonly string[] {
  const says = tableWords[language]
  const rows = rowsOf(catalogue)
  const count = rows.reduce((sum, { tests }) => sum + tests['recent-pace'].count, 0)
  const share = (value: number) => says.percent((100 * value).toFixed(1))
  const ofOne = ({ error, within, count }: BackTest) => [
    error.known ? share(error.value) : says.none,
    says.within(within, count),
  ]
  const ofAll = (method: ForecastMethod) => {
    const tests = rows.map((row) => row.tests[method])
    const errors = tests.reduce((sum, { error, count }) => sum + (error.known ? error.value * count : 0), 0)
    return [
      share(errors / count),
      says.within(
        tests.reduce((sum, { within }) => sum + within, 0),
        count,
      ),
    ]
  }
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |')
  return [
    row(says.head),
    row(says.head.map(() => '---')),
    ...rows.map(({ goal, points, tests }) =>
      row([goal, points, tests['recent-pace'].count, ...ofOne(tests['recent-pace']), ...ofOne(tests['theil-sen'])]),
    ),
    row([says.all, '', count, ...ofAll('recent-pace'), ...ofAll('theil-sen')]),
  ]
}
