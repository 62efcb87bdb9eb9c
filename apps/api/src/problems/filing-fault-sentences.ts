import type { CaseFaultKind, DecisionFault, LagPart, MilestoneFault, Text } from '@xushi/domain'

/** What the rules find wrong with a filing, at one of its fields. */
export type FilingFaultKind =
  | CaseFaultKind
  | MilestoneFault
  | DecisionFault
  | 'exit-before-this-case'
  | 'in-force-already'
  | `lag-${LagPart}-missing`

/** What is said of each fault, beside the field. A kind without a sentence does not compile. */
export const filingFaultSentences: Readonly<Record<FilingFaultKind, Text>> = {
  'done-already': {
    zh: '已登记完成；如有误，请更正完成的那一条。',
    en: 'It is recorded as done; correct that event if it is wrong.',
  },
  'done-before-planned': {
    zh: '完成日期早于列入计划的日期，请核对。',
    en: 'It would be done before it was planned; check the dates.',
  },
  'planned-already': {
    zh: '已列入计划；日期有变请登记“时间调整”。',
    en: 'It is planned already; record a moved date instead.',
  },
  'move-without-plan': {
    zh: '还没有预计日期可调整；请先登记计划。',
    en: 'There is no expected day to move; record the plan first.',
  },
  'move-without-reason': {
    zh: '请在说明中写明时间调整的原因。',
    en: 'Give the reason of the move in the note.',
  },
  'expected-in-past': {
    zh: '预计日期早于登记日期，请核对。',
    en: 'The expected day is before the event itself; check the dates.',
  },
  'expected-missing': {
    zh: '请填写预计完成日期。',
    en: 'Give the day that is expected.',
  },
  'moved-since': {
    zh: '计划日期之后又作过时间调整；请先撤销时间调整，或更正这一条。',
    en: 'The planned day was moved later; withdraw that first, or correct this event.',
  },
  'not-recurring': {
    zh: '这个目标不是定期事项，没有期次；请登记进展、时间调整或完成。',
    en: 'This goal does not recur and has no issues; record a stage, a moved date or that it is done.',
  },
  'number-without-issue': {
    zh: '只有定期事项的某一期才填期次；请去掉期次，或改登记为“本期完成”。',
    en: 'Only an issue has a number; leave it out, or record an issue.',
  },
  'stage-missing': {
    zh: '请写明进展到哪一环节。',
    en: 'Say which stage was reached.',
  },
  'issue-out-of-order': {
    zh: '期次应接着上一期编号。',
    en: 'Issues follow each other; give the next number.',
  },
  'part-exceeds-whole': {
    zh: '一个地区的分解目标不能超过全国目标{most}{unit}；请核对目标数的单位和位数。',
    en: 'A regional target cannot exceed the national one of {most} {unitEn}; check the digits of the number.',
  },
  'plan-below-baseline': {
    zh: '计划节点退到基期值{start}{unit}之外；请填自该值起算的累计数。',
    en: 'A point of the plan lies before the baseline of {start} {unitEn}; give totals that start from it.',
  },
  'plan-beyond-target': {
    zh: '计划节点超过目标值{end}{unit}；到期前的计划不能越过目标。',
    en: 'A point of the plan lies beyond the target of {end} {unitEn}; the way leads to the target, not past it.',
  },
  'plan-turns-back': {
    zh: '计划节点比前一个倒退；各节点须一路走向目标。',
    en: 'A point of the plan turns back from the one before it; the way leads on to the target.',
  },
  'credit-code-length': {
    zh: '统一社会信用代码为18位，请核对位数。',
    en: 'A unified social credit code has 18 characters; check their number.',
  },
  'credit-code-characters': {
    zh: '统一社会信用代码由数字和大写字母组成，不含 I、O、S、V、Z。',
    en: 'A credit code consists of digits and capitals without I, O, S, V and Z.',
  },
  'credit-code-check-digit': {
    zh: '统一社会信用代码的校验位不对，请对照营业执照重新录入。',
    en: 'The check digit of the credit code is wrong; copy it again from the licence.',
  },
  'field-required': { zh: '此项必填。', en: 'This is needed.' },
  'field-unknown': { zh: '这个台账没有此字段。', en: 'The register has no such field.' },
  'not-a-choice': { zh: '请从列表中选择。', en: 'Choose one of the list.' },
  'not-a-date': {
    zh: '请写成日历上有的日期，如 2020-10-29。',
    en: 'Give a date of the calendar, like 2020-10-29.',
  },
  'not-whole': { zh: '请填不小于 0 的整数。', en: 'Give a whole number of at least 0.' },
  'not-text': { zh: '请填文字。', en: 'Give a text.' },
  'not-a-line': {
    zh: '请填一行文字；不能只有空格，也不能含换行或控制字符。',
    en: 'Give one line of text: not blank, without line ends or control signs.',
  },
  'not-a-region': { zh: '请选择地区列表中的地区。', en: 'Choose a region of the list.' },
  'stage-unknown': { zh: '这个台账没有此环节。', en: 'The register has no such stage.' },
  'stage-not-yours': {
    zh: '此环节由部里登记，填报单位不能改动。',
    en: 'The ministry records this stage; the reporting unit leaves it as it is.',
  },
  'stage-in-future': { zh: '环节日期不能晚于今天。', en: 'No stage is reached after today.' },
  'stages-out-of-order': { zh: '环节日期不能早于上一环节。', en: 'A stage is not reached before the one before it.' },
  'stage-skipped': {
    zh: '后面的环节已有日期，此环节不能跳过：请补上日期；补登过去的案例，逐一填写经过的各环节。',
    en: 'A later stage has its day, and this one is not skipped: give its day. A case of the past is recorded with all stages it passed.',
  },
  'exit-before-counting': {
    zh: '退出日期须晚于开始计入之日；从未计入的案例请整条撤回。',
    en: 'A case leaves after the day from which it counts; one that never counted is withdrawn altogether.',
  },
  'exit-before-this-case': {
    zh: '本案例自{from}起计入，退出日期须晚于这一天。',
    en: 'The case counts from {from}; it leaves after that day.',
  },
  'in-force-already': {
    zh: '“{title}”在{from}至{to}在册，请核对此日期。',
    en: '“{title}” is in the register from {from} to {to}; check this day.',
  },
  'lag-cause-missing': { zh: '缺滞后原因。', en: 'The cause of the lag is missing.' },
  'lag-remedy-missing': { zh: '缺措施。', en: 'The remedy is missing.' },
  'lag-responsible-missing': { zh: '缺责任单位。', en: 'The responsible unit is missing.' },
  'lag-newDate-missing': { zh: '缺新的完成日期。', en: 'The new date is missing.' },
  'no-stage': {
    zh: '请至少登记一个环节的日期（如申报）。',
    en: 'Record the date of at least one stage, such as the application.',
  },
}
