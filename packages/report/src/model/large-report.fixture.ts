import { sampleReport } from './report-model.fixture.ts'
import type { ReportBlock, ReportModel, ReportSection, ReportTable } from './report-model.ts'

/** The sample with other sections, for a property of one of them. */
export function reportOf(sections: readonly ReportSection[], language: 'zh' | 'en' = 'zh'): ReportModel {
  return { ...sampleReport, request: { ...sampleReport.request, language }, sections }
}

export function sectionOf(blocks: readonly ReportBlock[], heading = '一节'): ReportSection {
  return { id: 'one', level: 1, heading, blocks }
}

/** A table of three columns with as many rows as wanted, some of them of several lines. */
export function longTable(
  rows: number,
  reason = '节点企业系统改造，数据接口尚未验收，需与运营单位逐项核对后补报',
): ReportTable {
  return {
    id: 'long',
    caption: '逐项情况',
    columns: [
      { header: '事项', align: 'start', width: 8 },
      { header: '数值', align: 'end', width: 5 },
      { header: '原因', align: 'start', width: 15 },
    ],
    rows: Array.from({ length: rows }, (_, index) => [
      { text: `第${index + 1}项` },
      { text: `${index}个`, number: { value: index, decimals: 0, as: 'amount' as const } },
      { text: index % 5 === 0 ? reason : '' },
    ]),
    note: '按报送先后排列。',
  }
}

/** A report of some thirty pages: ten chapters of the sample's figures and tables with text between them. */
export function thirtyPages(): ReportModel {
  const text = '截至10月29日，时间已过78.0%。二级节点由47个增至75个，新增28个，完成率140%，超序时进度62.0个百分点。'
  const sections = Array.from({ length: 10 }, (_, chapter) => [
    sectionOf(
      Array.from({ length: 3 }, (): ReportBlock => ({ is: 'paragraph', text: text.repeat(3) })),
      `第${chapter + 1}章`,
    ),
    ...sampleReport.sections.filter(({ id }) => id === 'ahead' || id === 'nodes'),
    sectionOf([{ is: 'table', table: longTable(20) }], '逐项情况'),
  ]).flat()
  return reportOf(sections)
}
