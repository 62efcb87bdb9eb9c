import type { Instant, Text } from '@xushi/domain'
import { type ExportedEntry, entryWords, type Language } from './exported-entry.ts'
import type { Cell } from './table.ts'

type Column = {
  readonly header: Text
  /** Width of the column in a sheet, in characters. */
  readonly width: number
  readonly cell: (entry: ExportedEntry, language: Language) => Cell
}

const empty: Cell = { is: 'empty' }
const text = (value: string | null): Cell => (value === null || value === '' ? empty : { is: 'text', text: value })
const moment = (at: Instant | null): Cell => (at === null ? empty : { is: 'moment', at })

/** The columns of a download of progress entries, in their order. Empty says: nothing was stated. */
export const entryColumns: readonly Column[] = [
  { header: { zh: '指标编号', en: 'Goal' }, width: 10, cell: (entry) => text(entry.goal) },
  { header: { zh: '指标', en: 'Indicator' }, width: 28, cell: (entry, language) => text(entry.indicator[language]) },
  { header: { zh: '地区代码', en: 'Region code' }, width: 10, cell: (entry) => text(entry.region) },
  { header: { zh: '地区', en: 'Region' }, width: 16, cell: (entry, language) => text(entry.regionName[language]) },
  {
    header: { zh: '填报单位', en: 'Reporting unit' },
    width: 28,
    cell: (entry, language) => text(entry.reportingUnit[language]),
  },
  { header: { zh: '报告期', en: 'Period' }, width: 18, cell: (entry) => text(entry.period) },
  { header: { zh: '截止日', en: 'Period ends on' }, width: 14, cell: (entry) => ({ is: 'date', on: entry.endsOn }) },
  {
    header: { zh: '数值', en: 'Value' },
    width: 18,
    cell: ({ value, decimals }) => (value === null ? empty : { is: 'number', value, decimals }),
  },
  { header: { zh: '单位', en: 'Unit' }, width: 10, cell: (entry, language) => text(entry.unit[language]) },
  {
    header: { zh: '界限', en: 'Bound' },
    width: 8,
    cell: ({ bound }, language) => (bound === null ? empty : text(entryWords.bound[bound][language])),
  },
  {
    header: { zh: '缺报说明', en: 'Why there is no value' },
    width: 14,
    cell: ({ absence }, language) => (absence === null ? empty : text(entryWords.absence[absence][language])),
  },
  {
    header: { zh: '状态', en: 'State' },
    width: 12,
    cell: ({ state }, language) => text(entryWords.state[state][language]),
  },
  { header: { zh: '备注', en: 'Note' }, width: 32, cell: (entry) => text(entry.note) },
  { header: { zh: '填报人', en: 'Recorded by' }, width: 14, cell: (entry) => text(entry.recorder) },
  {
    header: { zh: '填报时间（北京时间）', en: 'Recorded at (Beijing time)' },
    width: 22,
    cell: (entry) => moment(entry.recordedAt),
  },
  { header: { zh: '单位审核人', en: 'Reviewed in the unit by' }, width: 14, cell: (entry) => text(entry.unitReviewer) },
  { header: { zh: '审定人', en: 'Approved by' }, width: 14, cell: (entry) => text(entry.approver) },
  {
    header: { zh: '审定时间（北京时间）', en: 'Approved at (Beijing time)' },
    width: 22,
    cell: (entry) => moment(entry.approvedAt),
  },
  { header: { zh: '更正原因', en: 'Reason of correction' }, width: 24, cell: (entry) => text(entry.correctionReason) },
  { header: { zh: '更正的填报', en: 'Corrects entry' }, width: 24, cell: (entry) => text(entry.supersedes) },
  { header: { zh: '填报编号', en: 'Entry' }, width: 24, cell: (entry) => text(entry.id) },
  {
    header: entryWords.demo,
    width: 12,
    cell: ({ demo }, language) => (demo ? text(entryWords.demo[language]) : empty),
  },
]
