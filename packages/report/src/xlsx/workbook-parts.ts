import { element, type Xml, xmlPart } from '../office/xml-element.ts'
import { packageRelationships, packageTypes, relationships, spreadsheet } from './namespaces.ts'

/*
 * The parts of a workbook (ECMA-376) that do not depend on what its sheets say: which parts there are, of which type, and which refers to
 * which.
 */
const office = 'application/vnd.openxmlformats-officedocument'
const contentTypes = {
  workbook: `${office}.spreadsheetml.sheet.main+xml`,
  sheet: `${office}.spreadsheetml.worksheet+xml`,
  styles: `${office}.spreadsheetml.styles+xml`,
  drawing: `${office}.drawing+xml`,
  chart: `${office}.drawingml.chart+xml`,
  core: 'application/vnd.openxmlformats-package.core-properties+xml',
  app: `${office}.extended-properties+xml`,
  custom: `${office}.custom-properties+xml`,
} as const

export const sheetPath = (number: number) => `xl/worksheets/sheet${number}.xml`
export const drawingPath = (number: number) => `xl/drawings/drawing${number}.xml`
export const chartPath = (number: number) => `xl/charts/chart${number}.xml`

/** A name of the workbook that belongs to one of its sheets, counted from 0. */
export type DefinedName = {
  readonly name: string
  readonly sheet: number
  readonly hidden: boolean
  readonly refersTo: string
}

export type WorkbookShape = {
  /** Names of at most 31 characters without `: \ / ? * [ ]`. */
  readonly sheets: readonly string[]
  readonly names?: readonly DefinedName[]
  /** Numbers of the drawings and charts that there are, from 1. */
  readonly drawings?: number
  readonly charts?: number
  /** Whether it says what it is in parts of its own: title, program, request. */
  readonly properties?: boolean
}

/** All parts that say how the others belong together, by path. */
export function workbookParts(shape: WorkbookShape): Map<string, string> {
  const { sheets, names = [] } = shape
  return new Map([
    ['[Content_Types].xml', typesXml(shape)],
    ['_rels/.rels', relationshipsXml(rootTargets(shape.properties ?? false))],
    ['xl/workbook.xml', workbookXml(sheets, names)],
    [
      'xl/_rels/workbook.xml.rels',
      relationshipsXml([
        ...sheets.map((_, index) => ({ type: 'worksheet', target: `worksheets/sheet${index + 1}.xml` })),
        { type: 'styles', target: 'styles.xml' },
      ]),
    ],
  ])
}

function typesXml({ sheets, drawings = 0, charts = 0, properties = false }: WorkbookShape): string {
  const counted = (count: number, path: (number: number) => string, type: keyof typeof contentTypes) =>
    Array.from({ length: count }, (_, index) => [path(index + 1), contentTypes[type]] as const)
  const overrides = [
    ['xl/workbook.xml', contentTypes.workbook] as const,
    ...counted(sheets.length, sheetPath, 'sheet'),
    ['xl/styles.xml', contentTypes.styles] as const,
    ...counted(drawings, drawingPath, 'drawing'),
    ...counted(charts, chartPath, 'chart'),
    ...(properties ? (['core', 'app', 'custom'] as const) : []).map(
      (name) => [`docProps/${name}.xml`, contentTypes[name]] as const,
    ),
  ]
  return xmlPart(
    element('Types', { xmlns: packageTypes }, [
      element('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      ...overrides.map(([path, ContentType]) => element('Override', { PartName: `/${path}`, ContentType })),
    ]),
  )
}

type Target = { readonly type: string; readonly target: string }

const rootTargets = (properties: boolean): readonly Target[] => [
  { type: 'officeDocument', target: 'xl/workbook.xml' },
  ...(properties
    ? [
        { type: 'core-properties', target: 'docProps/core.xml' },
        { type: 'extended-properties', target: 'docProps/app.xml' },
        { type: 'custom-properties', target: 'docProps/custom.xml' },
      ]
    : []),
]

/** What a part refers to, as rId1, rId2 and so forth. */
export function relationshipsXml(targets: readonly Target[]): string {
  return xmlPart(
    element(
      'Relationships',
      { xmlns: packageRelationships },
      targets.map(({ type, target }, index) =>
        element('Relationship', { Id: `rId${index + 1}`, Type: `${kindOf(type)}/${type}`, Target: target }),
      ),
    ),
  )
}

/** The properties that every kind of package has are kinds of the package. */
const kindOf = (type: string) => (type === 'core-properties' ? `${packageRelationships}/metadata` : relationships)

function workbookXml(sheets: readonly string[], names: readonly DefinedName[]): string {
  const defined: readonly Xml[] = names.map(({ name, sheet, hidden, refersTo }) =>
    element('definedName', { name, localSheetId: sheet, hidden: hidden ? 1 : undefined }, refersTo),
  )
  return xmlPart(
    element('workbook', { xmlns: spreadsheet, 'xmlns:r': relationships }, [
      element('bookViews', {}, [element('workbookView', { activeTab: 0 })]),
      element(
        'sheets',
        {},
        sheets.map((name, index) => element('sheet', { name, sheetId: index + 1, 'r:id': `rId${index + 1}` })),
      ),
      ...(defined.length === 0 ? [] : [element('definedNames', {}, defined)]),
    ]),
  )
}
