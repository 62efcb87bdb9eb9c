import { words } from '@xushi/wording'

/** A method in short: what it is, its formula, and what to know when reading it. */
export type Method = { readonly title: string; readonly what: string; readonly formula: string; readonly mind: string }

/** The methods that a derivation names, in both languages; the whole page of each stands in docs/methods, in both languages as well. */
export const methodWords = words(
  {
    back: '返回',
    formula: '算式',
    mind: '须知',
    whole: '方法全文',
    wholeHint: '例子、边界情形、出处与代码位置。',
    missing: '没有这个方法。',
    methods: {
      target: {
        title: '目标与基期',
        what: '目标说要做到多少、在基期之上还是总量、何时为止；基期值是起点，带日期和来源。',
        formula: '增量目标：应到 = 基期 + 目标增量；总量目标：应到 = 目标',
        mind: '“以上、不少于”含本数；“多个”不含本数，恰好等于时为100%而未完成；“左右”按本系统口径取区间；增量目标在基期上为0%，不把基期算作完成。',
      },
      'source-of-record': {
        title: '以谁为准',
        what: '每个指标只以一个来源为准，只有它决定实际、完成率、进展和状态；其他来源列在一旁，写明相差多少。',
        formula: '取截至日及以前、数据日期最新的一个；同一日：已审定填报先于一手来源，一手先于二手',
        mind: '存疑的来源只列出，不计入。为准的来源没有数时，实际为未知，不用别的来源替代。',
      },
      aggregation: {
        title: '地区汇总',
        what: '由各地区已审定的填报加成全国的数。',
        formula: '本期数：各地区相加，各期相加；期末数：各地区相加，取最近一期',
        mind: '缺报不当作零，有一个没报，合计就是下限（“至少”）。零报告是报了零。比率不填不平均，分子、分母分别相加后再除。',
      },
      judgement: {
        title: '评价的顺序',
        what: '一个指标在一个日期上如何评价：先定计入的数，再算增量、完成率、进展、序时，最后定状态。',
        formula: '到期前取最新的数；到期后取到期日的数，其后的数为后续进展',
        mind: '不晚于基期的数不算进展。到期之后才第一次达到目标的，按达到之日评价，为逾期完成。',
      },
      attainment: {
        title: '完成率',
        what: '目标完成了多少，是首先给出的比率。',
        formula: '增量目标：完成率 = (实际 − 基期) ÷ 目标增量；总量目标：完成率 = 实际 ÷ 目标',
        mind: '不封顶，不取整；99.96%不写作100%。100%不等于完成，是否完成看数。下降到某一水平的目标不算完成率。',
      },
      achievement: {
        title: '较基期进展',
        what: '从基期到目标的路走了多少。与序时进度相比的是它，不是完成率。',
        formula: '较基期进展 = (实际 − 基期) ÷ (目标 − 基期)',
        mind: '在基期为0，到目标为1，退步为负。增量目标的分母就是所要求的增量，即使基期只知下限。',
      },
      plan: {
        title: '序时进度',
        what: '按时间过去了多少，此日应到多少。',
        formula: '应到 = 基期 + (目标 − 基期) × 已过天数 ÷ 总天数',
        mind: '从基期日与通知发布日中较晚的一日起，到期限止；有分阶段计划的经过各节点。遴选不画线，按申报、初审、评审、公示、发布各阶段比较。',
      },
      forecast: {
        title: '预测',
        what: '按近来的速度，到截止日会是多少、哪一天达到目标、按期达到每月需要多少。每个来源各自预测，不相混。',
        formula: '近期速度 = (最近一个数 − 三期前的数) ÷ 相隔月数；预测 = 最近一个数 + 近期速度 × 到截止日的月数',
        mind: '不足四个数不预测。区间由各期的起伏算出，越远越宽，只在速度不变时可信。未报齐的合计是下限，预测也偏低。以往各期用当时的数回测，列出平均误差。',
      },
      'schedule-index': {
        title: '序时指数与百分点',
        what: '进展与同一日的序时进度相比，快还是慢。',
        formula: '序时指数 = 较基期进展 ÷ 序时进度；百分点 = 100 × (较基期进展 − 序时进度)',
        mind: '指数1为正好按计划。百分点为正是超序时进度，为负是落后。',
      },
      status: {
        title: '状态',
        what: '一个词说明一个指标在一个日期上的情形；依次看各条规则，第一条成立的即为状态。',
        formula: '不评价 → 已完成 → 遴选看阶段 → 未报送 → 逾期 → 按序时指数：正常、略滞后、滞后 → 未到节点',
        mind: '门槛是方案数据，写明由谁定、为什么，随每个状态印出。指数不取整：差一点到门槛就是没到。',
      },
    },
  },
  {
    back: 'Back',
    formula: 'Formula',
    mind: 'Mind',
    whole: 'The whole page',
    wholeHint: 'Examples, edge cases, source and place in the code.',
    missing: 'There is no method of this name.',
    methods: {
      target: {
        title: 'Target and baseline',
        what: 'A target says how much, on top of a baseline or in all, and by when; the baseline is where it starts, with date and source.',
        formula: 'increment: level = baseline + promised gain; level: level = target',
        mind: '“At least” includes the number; “more than” does not, and is not kept at exactly 100%; “about” is a band of our reading. An increment stands at 0% on its baseline.',
      },
      'source-of-record': {
        title: 'Source of record',
        what: 'Each indicator has one source that counts; it alone moves actual, attainment, progress and status. The others stand beside it with their difference.',
        formula:
          'the newest as-of date up to the date asked for; on one day an approved entry before a primary source, that before a secondary one',
        mind: 'A weak source is shown and never counted. Where the source of record is silent the figure is unknown; no other stands in.',
      },
      aggregation: {
        title: 'Adding up regions',
        what: 'Approved entries of the regions make a figure of the nation.',
        formula: 'flows: regions added, periods added; stocks: regions added, the last period taken',
        mind: 'Missing is not zero: one that has not reported makes the sum a lower bound. A reported zero is a report. Ratios are never typed or averaged.',
      },
      judgement: {
        title: 'Order of judgement',
        what: 'How an indicator is judged on a date: which figure counts, then gain, attainment, progress, plan, and last the status.',
        formula:
          'before the due date the newest figure; after it the figure as of the due date, later ones being further progress',
        mind: 'A figure not after the baseline is no progress. A target first reached after its due date is judged on the day it was reached, and is late.',
      },
      attainment: {
        title: 'Attainment',
        what: 'How much of the target is there: the first ratio shown.',
        formula: 'increment: (actual − baseline) ÷ promised gain; level: actual ÷ target',
        mind: 'Never clamped or rounded: 99.96% is not 100%. 100% does not mean kept, the figure decides. A level to fall to has none.',
      },
      achievement: {
        title: 'From baseline',
        what: 'How much of the way from baseline to target is done. This, not attainment, is compared with the plan.',
        formula: '(actual − baseline) ÷ (target − baseline)',
        mind: '0 at the baseline, 1 on target, negative when it moved away. For an increment the promised gain is the divisor, even where the baseline is a lower bound.',
      },
      plan: {
        title: 'Plan',
        what: 'How much time has passed, and where the figure should be on that day.',
        formula: 'planned = baseline + (target − baseline) × days past ÷ days in all',
        mind: 'From the later of baseline date and the date of the notice to the due date, through dated steps where there are some. A selection has stages instead of a line.',
      },
      forecast: {
        title: 'Forecast',
        what: 'At the pace of late: the value on the due date, the day on which the target is reached, and what each month would have to bring. Each source is forecast by itself; they are never mixed.',
        formula:
          'recent pace = (last figure − the one three before it) ÷ months between them; forecast = last figure + recent pace × months to the due date',
        mind: 'Fewer than four figures are not forecast. The band comes from the scatter of the steps, widens with the distance and holds only while the pace stays. Totals that lack somebody are lower bounds, and so is their forecast. Earlier figures are forecast from those before them, and the mean error is printed.',
      },
      'schedule-index': {
        title: 'Schedule index and points',
        what: 'Progress compared with the plan of the same day.',
        formula: 'index = from baseline ÷ plan; points = 100 × (from baseline − plan)',
        mind: 'An index of 1 is on plan. Positive points are ahead of the plan, negative ones behind.',
      },
      status: {
        title: 'Status',
        what: 'One word for how an indicator stands on a date; rules are looked at in order and the first that holds decides.',
        formula:
          'not judged → achieved → stages of a selection → no data → overdue → by index: on schedule, slightly behind, behind → not started',
        mind: 'The thresholds are data of the programme, with author and reason, printed with every status. The index is not rounded.',
      },
    },
  },
)
