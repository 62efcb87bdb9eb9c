import { words } from '@xushi/wording'

/** Ids of the styles of a report; those that Word knows by name carry its names. */
export const styleId = {
  body: 'BodyText',
  title: 'Title',
  subtitle: 'Subtitle',
  heading: { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3' },
  caption: 'Caption',
  table: 'ReportTable',
  cell: 'ReportCell',
  figureCell: 'ReportFigureCell',
  headCell: 'ReportHeadCell',
  note: 'ReportNote',
  gap: 'ReportGap',
  chart: 'ReportChart',
  imprintHeading: 'ReportImprintHeading',
  imprint: 'ReportImprint',
  marks: 'Header',
  foot: 'Footer',
  pageNumber: 'ReportPageNumber',
  shape: 'ReportStatusShape',
  box: 'ReportStateBox',
} as const

/** Names of the styles that Word does not know, as the list of styles shows them. */
export const styleWords = words(
  {
    cell: '表格文字',
    figureCell: '表格数字',
    headCell: '表头',
    table: '报表',
    note: '表注',
    gap: '表后空行',
    chart: '图',
    imprintHeading: '编制说明标题',
    imprint: '编制说明',
    pageNumber: '页码',
    shape: '状态图形',
    box: '文稿状态',
  },
  {
    cell: 'Table Text',
    figureCell: 'Table Figures',
    headCell: 'Table Head',
    table: 'Report Table',
    note: 'Table Note',
    gap: 'After Table',
    chart: 'Chart',
    imprintHeading: 'Imprint Heading',
    imprint: 'Imprint',
    pageNumber: 'Report Page Number',
    shape: 'Status Shape',
    box: 'Report State',
  },
)
