import type { ProblemEntry } from './problem-table.ts'

/** What reports are refused for, and why one is not made. */
export const reportProblems = {
  'report-needs-region': {
    status: 422,
    title: { zh: '地区报告须指明地区', en: 'A regional report is of one region' },
    detail: {
      zh: '请选择一个地区；全国的情况请用月报、季报或年报。',
      en: 'Choose a region; for the nation take the monthly, quarterly or annual report.',
    },
  },
  'report-needs-indicator': {
    status: 422,
    title: { zh: '专项报告须指明一项指标', en: 'A special report is of one indicator' },
    detail: {
      zh: '请只选择一项指标；要看几项，请用月报并选择方面、举措或指标。',
      en: 'Choose one indicator alone; for several take the monthly report and choose aspects, measures or indicators.',
    },
  },
  'report-after-today': {
    status: 422,
    title: { zh: '数据截至日期晚于今天', en: 'The report speaks of a day to come' },
    detail: {
      zh: '数据截至日期不能晚于今天（{today}），现为 {on}；请改为今天或更早的日期。',
      en: 'A report speaks of today ({today}) at the latest, not of {on}. Choose today or an earlier day.',
    },
  },
  'report-compared-later': {
    status: 422,
    title: { zh: '对比日期晚于数据截至日期', en: 'Compared with a later day' },
    detail: {
      zh: '对比日期（{compared}）不能晚于数据截至日期（{on}）；请改为更早的日期。',
      en: 'The day compared with ({compared}) is after the day of the report ({on}). Choose an earlier day.',
    },
  },
  'report-place-unknown': {
    status: 422,
    title: { zh: '报告没有这一处', en: 'The report has no such place' },
    detail: {
      zh: '这种报告里没有“{place}”这一处可写；可写的有：{places}。所写内容没有保存。',
      en: 'Nothing can be written at {place} in a report of this kind; it has {places}. What was written was not kept.',
    },
  },
  'report-not-ready': {
    status: 409,
    title: { zh: '报告还没有生成', en: 'The report is not made yet' },
    detail: {
      zh: '请等报告生成完毕、看过之后再送审；生成失败的，按页面上的原因处理后重新生成。',
      en: 'Send it once it is made and was looked at; where it failed, mend what the page says and make it again.',
    },
  },
  'report-file-not-there': {
    status: 404,
    title: { zh: '没有这个文件', en: 'There is no such file' },
    detail: {
      zh: '报告的文件还没有生成；请等生成完毕后再下载。',
      en: 'The files of the report are not made yet; download them once they are.',
    },
  },
  'report-glyph-missing': {
    status: 422,
    title: { zh: '报告未生成：字体缺字', en: 'Not made: a character has no glyph' },
    detail: {
      zh: '字体中没有“{character}”（{codePoint}），位置：{place}。请改写该处文字后重新生成。',
      en: 'No font of the report has {character} ({codePoint}), which stands in {place}. Write it otherwise and make it again.',
    },
  },
  'report-incomplete': {
    status: 500,
    title: { zh: '报告未生成：文件不完整', en: 'Not made: a file was incomplete' },
    detail: {
      zh: '生成的 {format} 文件里缺少 {count} 处内容（首处：{first}），没有留下；请重新生成，仍不行请联系系统管理员。',
      en: 'The {format} file lacked {count} parts (the first: {first}) and was not kept; make it again, or tell an administrator.',
    },
  },
  'report-differs': {
    status: 500,
    title: { zh: '报告未归档：与签发时不一致', en: 'Not filed: it differs from what was signed' },
    detail: {
      zh: '按同一台账号重新生成的内容与签发时的摘要不同，文件没有归档；请联系系统管理员核查。',
      en: 'Made again at the same ledger number it has another digest than was signed, so nothing was filed; tell an administrator.',
    },
  },
  'report-died': {
    status: 500,
    title: { zh: '报告未生成：多次中断', en: 'Not made: it ended several times' },
    detail: {
      zh: '生成过程中断了 {attempts} 次，不再自动重试；请缩小范围后重新生成，或联系系统管理员。',
      en: 'Its making ended {attempts} times and is not tried again; narrow its scope and make it again, or tell an administrator.',
    },
  },
  'too-many-reports': {
    status: 429,
    title: { zh: '排队的报告太多', en: 'Too many reports wait' },
    detail: {
      zh: '您已有 {most} 份报告在排队生成；请等其中一份完成，或取消一份。',
      en: '{most} reports of yours wait already; wait for one of them, or cancel one.',
    },
  },
  'disk-refused': {
    status: 507,
    title: { zh: '磁盘写不进去', en: 'The disk took nothing' },
    detail: {
      zh: '磁盘已满或不可写（{code}），文件没有写成，原有内容没有变化；请联系系统管理员处理后重新生成。',
      en: 'The disk is full or takes nothing ({code}); the file was not written and nothing else changed. Tell an administrator, then make it again.',
    },
  },
  'not-a-report': {
    status: 422,
    title: { zh: '无法识别为报告', en: 'This is no report' },
    detail: {
      zh: '文件不是本系统生成的报告，或其中的报告信息已被去掉；请用原文件，或改输报告编号核验。',
      en: 'The file is no report of this system, or no longer says which; take the original file, or verify by the number.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>

export type ReportRefusalKind = keyof typeof reportProblems
