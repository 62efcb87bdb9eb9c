import type { GoalRole } from '@xushi/domain'
import { type Mistake, mistake } from './mistake.ts'
import { nearestWord } from './nearest-word.ts'
import { emptyTable, joined, type Row, singleRowOf, type Table, tableOf } from './rows.ts'
import { CalendarYearRow } from './schema/calendar.schema.ts'
import { IndicatorRow } from './schema/indicator.schema.ts'
import { AmbiguityRow, AspectRow, GroupRow, MeasureRow, ProgrammeRow } from './schema/programme.schema.ts'
import { PublishedFigureRow } from './schema/published-figure.schema.ts'
import { RegionRow, UnitRow } from './schema/region.schema.ts'
import { RegisterRow } from './schema/register.schema.ts'
import type { SourceFile } from './source-file.ts'
import { parseYamlFile, type YamlFile } from './yaml-file.ts'

/** The rows of one folder under `programmes/`. */
export type ProgrammeRows = {
  readonly folder: string
  readonly programme: Table<ProgrammeRow>
  readonly aspects: Table<AspectRow>
  readonly measures: Table<MeasureRow>
  readonly groups: Table<GroupRow>
  readonly ambiguities: Table<AmbiguityRow>
  readonly indicators: Table<IndicatorRow>
  readonly figures: Table<PublishedFigureRow>
  readonly registers: Table<RegisterRow>
  /** recorded.yaml as it was read; undefined where there is none. */
  readonly recorded: YamlFile | undefined
}

/** All rows of `data/`, as their authors wrote them. */
export type CatalogueRows = {
  readonly programmes: readonly ProgrammeRows[]
  readonly regions: Table<RegionRow>
  readonly units: Table<UnitRow>
  readonly years: Table<CalendarYearRow>
}

const needed = {
  programme: ['programme.yaml', 'aspects.yaml', 'measures.yaml', 'targets.yaml'],
  regions: ['regions.yaml', 'units.yaml'],
  calendar: ['holidays.yaml'],
}
const optional: Readonly<Record<keyof typeof needed, readonly string[]>> = {
  programme: [
    'groups.yaml',
    'ambiguities.yaml',
    'milestones.yaml',
    'context.yaml',
    'published-figures.yaml',
    'registers.yaml',
    'recorded.yaml',
  ],
  regions: ['prefectures.yaml'],
  calendar: [],
}
const roleOfFile: Readonly<Record<string, GoalRole>> = {
  'targets.yaml': 'target',
  'milestones.yaml': 'milestone',
  'context.yaml': 'context',
}

/** The role of an indicator follows from the file that it stands in. */
export function roleOf({ file }: Row<unknown>): GoalRole {
  return roleOfFile[file.slice(file.lastIndexOf('/') + 1)] ?? 'context'
}

/** Parses all files and checks the shape of every row; what is wrong is pushed to `mistakes`. */
export function catalogueRows(files: readonly SourceFile[], mistakes: Mistake[]): CatalogueRows {
  const parsed = files.map(parseYamlFile)
  mistakes.push(...parsed.flatMap((file) => file.mistakes))
  const folders = [...new Set(parsed.map(({ path }) => folderOf(path)))]
  const inFolder = (folder: string, kind: keyof typeof needed) => {
    const inside = parsed.filter(({ path }) => folderOf(path) === folder)
    mistakes.push(...fileMistakes(folder, inside, kind))
    return (name: string) => inside.find(({ path }) => path === `${folder}/${name}`)
  }

  const regionFile = inFolder('regions', 'regions')
  // Without holidays only weekends move a deadline: the folder may be left out.
  const calendarFile = folders.includes('calendar') ? inFolder('calendar', 'calendar') : () => undefined
  const list = <Value>(file: YamlFile | undefined, schema: object) =>
    file === undefined ? emptyTable : tableOf<Value>(file, schema, mistakes)

  return {
    regions: joined(['regions.yaml', 'prefectures.yaml'].map((name) => list<RegionRow>(regionFile(name), RegionRow))),
    units: list<UnitRow>(regionFile('units.yaml'), UnitRow),
    years: list<CalendarYearRow>(calendarFile('holidays.yaml'), CalendarYearRow),
    programmes: folders
      .filter((folder) => folder !== 'regions' && folder !== 'calendar')
      .map((folder) => {
        const file = inFolder(folder, 'programme')
        const programme = file('programme.yaml')
        return {
          folder,
          programme: programme ? singleRowOf<ProgrammeRow>(programme, ProgrammeRow, mistakes) : emptyTable,
          aspects: list<AspectRow>(file('aspects.yaml'), AspectRow),
          measures: list<MeasureRow>(file('measures.yaml'), MeasureRow),
          groups: list<GroupRow>(file('groups.yaml'), GroupRow),
          ambiguities: list<AmbiguityRow>(file('ambiguities.yaml'), AmbiguityRow),
          indicators: joined(Object.keys(roleOfFile).map((name) => list<IndicatorRow>(file(name), IndicatorRow))),
          figures: list<PublishedFigureRow>(file('published-figures.yaml'), PublishedFigureRow),
          registers: list<RegisterRow>(file('registers.yaml'), RegisterRow),
          recorded: file('recorded.yaml'),
        }
      }),
  }
}

function fileMistakes(folder: string, files: readonly YamlFile[], kind: keyof typeof needed): Mistake[] {
  const names = [...needed[kind], ...optional[kind]]
  const present = files.map(({ path }) => path.slice(folder.length + 1))
  return [
    ...needed[kind]
      .filter((name) => !present.includes(name))
      .map((name) => mistake({ file: `${folder}/${name}`, line: 1 }, 'missing-file', name)),
    ...present
      .filter((name) => !names.includes(name))
      .map((name) => mistake({ file: `${folder}/${name}`, line: 1 }, 'unknown-file', name, nearestWord(name, names))),
  ]
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}
