/**
 * What a report is made for: 月报, 季报, 年报, 通报, 地区报告, 专项 (one indicator), 督办清单 (only what is behind), 一页通 (one page for a
 * leader) and 变动说明 (two dates, or two moments of knowing, compared).
 */
export const reportKinds = [
  'monthly',
  'quarterly',
  'annual',
  'circular',
  'regional',
  'special',
  'supervision',
  'one-page',
  'changes',
] as const
export type ReportKind = (typeof reportKinds)[number]

/** Formats in which a report is written. */
export const reportFormats = ['docx', 'pdf', 'xlsx', 'csv', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]
