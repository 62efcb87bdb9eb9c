import { words } from '@xushi/wording'

export const tileGridWords = words(
  {
    unreported: '未报',
    outside: '不在填报范围',
    outsideNames: { '710000': '台湾', '810000': '香港', '820000': '澳门' },
    zero: '零报告',
    insideXinjiang: '在新疆内',
    onTime: '按时',
    late: '迟报',
    missing: '未报',
    periods: (onTime: number, late: number, missing: number) => `按时${onTime}期，迟报${late}期，未报${missing}期`,
    under: (limit: string) => `<${limit}`,
    between: (from: string, to: string) => `${from}–${to}`,
    from: (limit: string) => `≥${limit}`,
    all: '各地相同',
    legend: '图例',
    note: '方格等大，只表位置，不表疆界与面积。港澳台在图上，不在填报范围。兵团在新疆之内，单独填报，不重复计入新疆。',
  },
  {
    unreported: 'not reported',
    outside: 'does not report',
    outsideNames: { '710000': 'Taiwan', '810000': 'Hong Kong', '820000': 'Macao' },
    zero: 'reported zero',
    insideXinjiang: 'in Xinjiang',
    onTime: 'on time',
    late: 'late',
    missing: 'not reported',
    periods: (onTime: number, late: number, missing: number) =>
      `${onTime} periods on time, ${late} late, ${missing} not reported`,
    under: (limit: string) => `<${limit}`,
    between: (from: string, to: string) => `${from}–${to}`,
    from: (limit: string) => `≥${limit}`,
    all: 'the same everywhere',
    legend: 'Legend',
    note: 'Squares of one size show where a region lies, not its borders or area. Hong Kong, Macao and Taiwan are shown and do not report. The Corps lies in Xinjiang, reports on its own and is not counted twice.',
  },
)
