import type { ReportCell, ReportImprint, ReportModel, ReportTable } from './report-model.ts'

const text = (said: string): ReportCell => ({ text: said })
const ratio = (said: string, value: number): ReportCell => ({ text: said, number: { value, decimals: 1, as: 'ratio' } })
const points = (said: string, value: number): ReportCell => ({
  text: said,
  number: { value, decimals: 1, as: 'points' },
})
const amount = (said: string, value: number): ReportCell => ({
  text: said,
  number: { value, decimals: 0, as: 'amount' },
})

const targets: ReportTable = {
  id: 'targets',
  caption: '目标进展情况（较序时单位为百分点）',
  columns: [
    { header: '编号', align: 'start', width: 3 },
    { header: '目标', align: 'start', width: 10 },
    { header: '实际', align: 'end', width: 6 },
    { header: '目标值', align: 'end', width: 6 },
    { header: '完成率', align: 'end', width: 5 },
    { header: '较序时', align: 'end', width: 5 },
    { header: '状态', align: 'start', width: 5 },
  ],
  rows: [
    [
      text('T10'),
      text('安全监测重点平台'),
      amount('143个', 143),
      amount('≥150个', 150),
      ratio('95.3%', 143 / 150),
      points('−24.6', -24.6),
      { text: '滞后', status: 'behind' },
    ],
    [
      text('T02'),
      text('外网优秀服务案例'),
      amount('14个', 14),
      amount('≥20个', 20),
      ratio('70.0%', 0.7),
      points('−8.0', -8),
      { text: '略滞后', status: 'slightly-behind' },
    ],
    [
      text('T05'),
      text('地方骨干企业案例'),
      amount('至少905个', 905),
      amount('1000多个', 1000),
      ratio('≥90.5%', 0.905),
      points('≥+12.5', 12.5),
      { text: '正常', status: 'on-schedule' },
    ],
    [
      text('T06'),
      text('新建二级节点'),
      amount('75个', 75),
      amount('+20个', 20),
      ratio('140%', 1.4),
      points('+62.0', 62),
      { text: '已完成', status: 'achieved' },
    ],
    [
      text('T07'),
      text('新增标识注册量'),
      amount('超55亿个', 5_500_000_000),
      amount('+20亿个', 2_000_000_000),
      ratio('约195%', 1.95),
      points('约+117.0', 117),
      { text: '已完成', status: 'achieved' },
    ],
    [
      text('T13'),
      text('512：服务平台'),
      text('未报'),
      amount('5个', 5),
      text('—'),
      text('—'),
      { text: '未报送', status: 'no-data' },
    ],
  ],
  note: '状态按序时比划定：不低于1.0为正常，不低于0.8为略滞后。来源：登记的公开数据与审定的填报。',
}

/** As many rows as a national list has, to be carried over pages. */
const regions: ReportTable = {
  id: 'regions',
  caption: '分地区填报情况',
  columns: [
    { header: '地区', align: 'start', width: 8 },
    { header: '应报', align: 'end', width: 4 },
    { header: '审定', align: 'end', width: 4 },
    { header: '填报率', align: 'end', width: 5 },
    { header: '逾期事项', align: 'start', width: 12 },
  ],
  rows: Array.from({ length: 60 }, (_, index) => [
    text(`地区${index + 1}`),
    amount('9', 9),
    amount(String(index % 10), index % 10),
    ratio(`${((index % 10) / 9) * 100}%`.slice(0, 5), (index % 10) / 9),
    text(index % 7 === 0 ? '2020-09标识注册量逾期12天：节点企业系统改造，数据接口尚未验收，需与运营单位核对' : ''),
  ]),
  note: '',
}

/** A small report with every kind of block, for the writers of file formats. */
export const sampleReport: ReportModel = {
  format: 1,
  request: {
    programme: 'miit-2020-8',
    kind: 'monthly',
    language: 'zh',
    region: '000000',
    parts: [],
    period: '2020-10',
    on: '2020-10-29',
    knownAt: 10_482,
    comparedWith: { on: '2020-09-30', knownAt: 10_482 },
  },
  stand: { seq: 10_482, head: '5b7e90c2'.repeat(8), at: '2020-10-29 15:30' },
  title: '工业互联网加快发展目标进展月报',
  subtitle: '（2020年10月　数据截至10月29日）',
  demo: true,
  sections: [
    {
      id: 'foreword',
      level: 1,
      heading: '编者说明',
      blocks: [{ is: 'authored', id: 'foreword', text: '本期月报由信息技术发展司汇总。\n各地数据以审定为准。' }],
    },
    {
      id: 'summary',
      level: 1,
      heading: '总体情况',
      blocks: [
        {
          is: 'paragraph',
          text: '截至10月29日，时间已过78.0%。目标共20项，其中已完成2项，正常5项，略滞后2项，滞后1项；未报送4项，不评价6项。',
        },
      ],
    },
    {
      id: 'ahead',
      level: 2,
      heading: '进展较快的目标',
      blocks: [
        { is: 'paragraph', text: '二级节点由47个增至75个，新增28个，完成率140%，超序时进度62.0个百分点。' },
        { is: 'table', table: targets },
        {
          is: 'chart',
          chart: {
            id: 'attainment',
            caption: '目标完成率与序时进度',
            sentence: '安全监测重点平台完成率95.3%，低于序时进度24.6个百分点；新建二级节点完成率140%。',
            data: {
              draws: 'bullets',
              names: { ratio: '完成率', plan: '序时进度' },
              rows: [
                { label: '安全监测重点平台', ratio: 143 / 150, plan: 0.98, text: '95.3%', status: 'behind' },
                { label: '外网优秀服务案例', ratio: 0.7, plan: 0.78, text: '70.0%', status: 'slightly-behind' },
                { label: '新建二级节点', ratio: 1.4, plan: 0.78, text: '140%', status: 'achieved' },
                { label: '512：服务平台', ratio: null, plan: 0.78, text: '未报', status: 'no-data' },
              ],
            },
          },
        },
      ],
    },
    {
      id: 'nodes',
      level: 3,
      heading: '二级节点',
      blocks: [
        {
          is: 'chart',
          chart: {
            id: 'nodes-line',
            caption: '二级节点数（个）',
            sentence: '由2020-03的47个增至2020-09的75个；5月未公布。',
            data: {
              draws: 'lines',
              unit: '个',
              dates: [
                '2020-03-20',
                '2020-04-30',
                '2020-05-31',
                '2020-06-30',
                '2020-07-31',
                '2020-08-31',
                '2020-09-30',
                '2020-12-31',
              ],
              series: [
                { name: '实际', role: 'actual', values: [47, 51, null, 60, 66, 70, 75, null] },
                { name: '公布', role: 'published', values: [47, null, null, 60, null, null, 75, null] },
                { name: '序时进度', role: 'plan', values: [47, null, null, null, null, null, null, 67] },
                { name: '目标', role: 'target', values: [67, 67, 67, 67, 67, 67, 67, 67] },
              ],
            },
          },
        },
        {
          is: 'chart',
          chart: {
            id: 'by-region',
            caption: '分地区标识注册量',
            sentence: '江苏3.1亿个最多，西藏未报。',
            data: {
              draws: 'bars',
              unit: '个',
              decimals: 0,
              rows: [
                { label: '江苏', value: 310_000_000, text: '3.1亿个' },
                { label: '广东', value: 190_000_000, text: '1.9亿个' },
                { label: '浙江', value: 0, text: '0个' },
                { label: '西藏', value: null, text: '未报' },
              ],
            },
          },
        },
      ],
    },
    {
      id: 'regions',
      level: 1,
      heading: '分地区情况',
      blocks: [{ is: 'table', table: regions }],
    },
  ],
  sheets: [
    {
      id: 'definitions',
      caption: '指标定义',
      columns: [
        { header: '编号', align: 'start', width: 4 },
        { header: '定义', align: 'start', width: 40 },
      ],
      rows: [[text('T06'), text('接入国家顶级节点并上线的二级节点数')]],
      note: '',
    },
  ],
}

export const sampleImprint: ReportImprint = {
  number: null,
  state: 'generated',
  digest: '5b7e90c2'.repeat(7).concat('aaaa41fd'),
  build: 'test',
  report: null,
}
