import type { LocalDate, Text } from '@xushi/domain'

type Elsewhere = { readonly file: string; readonly line: number }

const meant = (nearest: string | undefined): Text =>
  nearest === undefined ? { zh: '', en: '' } : { zh: `是不是“${nearest}”？`, en: ` Did you mean “${nearest}”?` }

/**
 * Every sentence that the check can say, by the kind of mistake. Authors of `data/` read them, so each says what is wrong and,
 * where it is not plain, what to write instead.
 */
export const wording = {
  'yaml-syntax': (detail: string): Text => ({ zh: `YAML 语法错误：${detail}。`, en: `Broken YAML: ${detail}.` }),
  'repeated-key': (text: string): Text => ({ zh: `键“${text}”重复。`, en: `The key “${text}” stands here twice.` }),
  'missing-file': (name: string): Text => ({ zh: `缺少文件 ${name}。`, en: `The file ${name} is missing.` }),
  'unknown-file': (name: string, nearest?: string): Text => ({
    zh: `不认识文件 ${name}。${meant(nearest).zh}`,
    en: `The file ${name} is not one of the catalogue.${meant(nearest).en}`,
  }),
  'not-a-list': (): Text => ({ zh: '整个文件应为一个列表。', en: 'The whole file must be one list.' }),

  'unknown-key': (key: string, nearest?: string): Text => ({
    zh: `不认识键“${key}”。${meant(nearest).zh}`,
    en: `The key “${key}” is unknown.${meant(nearest).en}`,
  }),
  'missing-key': (key: string, inside: string, why: Text = { zh: '', en: '' }): Text => ({
    zh: inside === '' ? `缺少“${key}”。${why.zh}` : `“${inside}”中缺少“${key}”。${why.zh}`,
    en: inside === '' ? `“${key}” is missing.${why.en}` : `“${key}” is missing in “${inside}”.${why.en}`,
  }),
  'wrong-type': (key: string, expected: Text, found: Text): Text => ({
    zh: `${key === '' ? '此处' : `“${key}”`}应为${expected.zh}，这里是${found.zh}。`,
    en: `${key === '' ? 'This' : `“${key}”`} must be ${expected.en}, not ${found.en}.`,
  }),
  'wrong-form': (key: string, value: string, expected: Text): Text => ({
    zh: `“${key}”应为${expected.zh}，这里是“${value}”。`,
    en: `“${key}” must be ${expected.en}, not “${value}”.`,
  }),
  'unknown-word': (key: string, value: string, words: readonly string[], nearest?: string): Text => ({
    zh: `“${key}”不能是“${value}”，可用：${words.join('、')}。${meant(nearest).zh}`,
    en: `“${key}” cannot be “${value}”; it is one of ${words.join(', ')}.${meant(nearest).en}`,
  }),
  empty: (key: string): Text => ({ zh: `“${key}”不能为空。`, en: `“${key}” must not be empty.` }),
  'below-minimum': (key: string, value: number, minimum: number): Text => ({
    zh: `“${key}”为 ${value}，不得小于 ${minimum}。`,
    en: `“${key}” is ${value}; the least is ${minimum}.`,
  }),
  'above-maximum': (key: string, value: number, maximum: number): Text => ({
    zh: `“${key}”为 ${value}，不得大于 ${maximum}。`,
    en: `“${key}” is ${value}; the most is ${maximum}.`,
  }),
  'no-such-day': (key: string, day: string): Text => ({
    zh: `“${key}”的日期 ${day} 不存在。`,
    en: `“${key}”: the date ${day} does not exist.`,
  }),

  'used-twice': (key: string, value: string, first: Elsewhere): Text => ({
    zh: `${key}“${value}”已在 ${first.file}:${first.line} 用过。`,
    en: `The ${key} “${value}” is already used at ${first.file}:${first.line}.`,
  }),
  'unknown-reference': (key: string, value: string, what: Text, nearest?: string): Text => ({
    zh: `“${key}”：没有${what.zh}“${value}”。${meant(nearest).zh}`,
    en: `“${key}”: there is no ${what.en} “${value}”.${meant(nearest).en}`,
  }),
  'folder-name': (id: string, folder: string): Text => ({
    zh: `id“${id}”与文件夹名“${folder}”不同。`,
    en: `The id “${id}” differs from the name of its folder, “${folder}”.`,
  }),
  cycle: (chain: readonly string[]): Text => ({
    zh: `上下级成环：${chain.join(' → ')}。`,
    en: `A circle: ${chain.join(' → ')}.`,
  }),

  'quote-empty': (): Text => ({ zh: '原文“quote”不能为空。', en: 'The “quote” must not be empty.' }),
  'quote-not-on-one-line': (): Text => ({
    zh: '原文“quote”应写在一行内，并加双引号。',
    en: 'The “quote” must stand on one line, in double quotes.',
  }),
  'sentence-without-quote': (): Text => ({
    zh: '“sentence”应包含“quote”的原文。',
    en: 'The “sentence” must hold the words of the “quote”.',
  }),
  'role-of-goal': (goal: string, role: string): Text => ({
    zh: `编号 ${goal} 与角色 ${role} 不符：T 为目标，M 为里程碑，B 为背景。`,
    en: `The number ${goal} does not fit the role ${role}: T is a target, M a milestone, B context.`,
  }),
  'role-of-file': (role: string, file: string): Text => ({
    zh: `${file} 中的角色应为 ${role}。`,
    en: `The role in ${file} is ${role}.`,
  }),
  'context-with-target': (): Text => ({
    zh: '背景数据（B）不是目标，不能有“target”。',
    en: 'Context (B) is never a goal: it cannot have a “target”.',
  }),
  'sum-of-mean': (axis: string): Text => ({
    zh: `均值或比率不能相加：“aggregation.${axis}”不能是 sum；应记录分子、分母再相除。`,
    en: `A mean or ratio is never summed: “aggregation.${axis}” cannot be sum; record numerator and denominator and divide.`,
  }),
  'typed-mean': (): Text => ({
    zh: '均值或比率不直接填写：去掉“typed”，改为记录分子和分母。',
    en: 'A mean or ratio is never typed: leave “typed” out and record numerator and denominator.',
  }),
  'typed-where-nobody-types': (kind: string): Text => ({
    zh: `${kind} 类指标没有人工填写的数值：去掉“typed”。`,
    en: `Nobody types the value of a ${kind} indicator: leave “typed” out.`,
  }),
  'measured-untyped': (): Text => ({
    zh: 'measured 类指标应写明“typed”（填写什么数）。',
    en: 'A measured indicator says in “typed” what is typed.',
  }),
  'typed-without-reporter': (level: string): Text => ({
    zh: `“typed.${level}”有填写内容，“reportedBy.${level}”却没有填报单位。`,
    en: `“typed.${level}” is given, but “reportedBy.${level}” names no unit.`,
  }),
  'period-not-summed': (time: string): Text => ({
    zh: `填写本期数（period）时，“aggregation.time”应为 sum，这里是 ${time}。`,
    en: `Where a period's own number is typed, “aggregation.time” is sum, not ${time}.`,
  }),
  'stock-summed': (): Text => ({
    zh: '填写期末数（atEnd）时，“aggregation.time”不能是 sum：存量按月相加会重复计算。',
    en: 'Where the number at the end is typed, “aggregation.time” cannot be sum: a stock would be counted again every month.',
  }),
  'running-total-summed': (typed: string): Text => ({
    zh: `地区填写 ${typed}（累计）时，“aggregation.time”不能是 sum：各期累计数相加会重复计算。请改填本期数（period），或改用 last。`,
    en: `Where regions type ${typed}, a running total, “aggregation.time” cannot be sum: it would be counted again every period. Let them type the period, or use last.`,
  }),
  'register-not-counted': (kind: string): Text => ({
    zh: `台账（register）只能作为 counted 类指标的数据来源，这里是 ${kind}。`,
    en: `Only a counted indicator has a register as its source of record; this one is ${kind}.`,
  }),

  'increment-without-baseline': (): Text => ({
    zh: '增量目标（increment）须有带日期的基期值“baseline”。',
    en: 'An increment stands on a dated “baseline”.',
  }),
  'range-not-per-region': (): Text => ({
    zh: 'range 是对每个地区的要求，应写 perRegion: true。',
    en: 'A range is promised per region: write perRegion: true.',
  }),
  'comparator-against-direction': (is: string, direction: string): Text => ({
    zh: `比较方式 ${is} 与方向 ${direction} 不符。`,
    en: `The comparator ${is} does not fit the direction ${direction}.`,
  }),
  'band-without-value': (from: number, value: number, to: number): Text => ({
    zh: `口径区间 ${from} 至 ${to} 不含目标值 ${value}。`,
    en: `The band from ${from} to ${to} does not contain the value ${value}.`,
  }),
  'too-many-places': (key: string, value: number, decimals: number): Text => ({
    zh: `“${key}”的 ${value} 小数位数多于 decimals（${decimals}）。`,
    en: `“${key}”: ${value} has more decimal places than “decimals” (${decimals}).`,
  }),
  'too-large': (key: string, value: number): Text => ({
    zh: `“${key}”的 ${value} 超出可精确保存的范围（按最小单位不超过 9007199254740991）。`,
    en: `“${key}”: ${value} cannot be kept exactly (at most 9007199254740991 smallest units).`,
  }),

  'due-before-start': (due: LocalDate, start: LocalDate): Text => ({
    zh: `截止日期 ${due} 不晚于计划起点 ${start}（基期日与文件印发日中较晚的一天）。`,
    en: `The due date ${due} is not after the start of the plan, ${start} (the later of baseline and document).`,
  }),
  'due-after-programme': (due: LocalDate, last: LocalDate): Text => ({
    zh: `截止日期 ${due} 晚于文件的“lastDueOn”${last}。`,
    en: `The due date ${due} is after the programme's “lastDueOn”, ${last}.`,
  }),
  'inferred-without-reason': (): Text => ({
    zh: '推定的截止日期（stated: false）应写明“reason”。',
    en: 'An inferred due date (stated: false) gives its “reason”.',
  }),
  'plan-out-of-order': (day: LocalDate, before: LocalDate): Text => ({
    zh: `计划中 ${day} 排在 ${before} 之后，日期顺序不对。`,
    en: `In the plan ${day} stands after ${before}: the dates are out of order.`,
  }),
  'plan-outside': (day: LocalDate, from: LocalDate, to: LocalDate | undefined): Text => ({
    zh: `计划日期 ${day} 不在 ${from} 至 ${to ?? '（无截止日期）'} 之间。`,
    en: `The plan's date ${day} is not between ${from} and ${to ?? '(no due date)'}.`,
  }),

  'register-of-uncounted': (indicator: string, kind: string): Text => ({
    zh: `“${indicator}”是 ${kind} 类指标，只有 counted 类指标有台账。`,
    en: `“${indicator}” is of the kind ${kind}; only what is counted has a register.`,
  }),
  'counted-without-register': (indicator: string): Text => ({
    zh: `“${indicator}”是计数类指标，registers.yaml 中却没有它的台账。`,
    en: `“${indicator}” is counted, and registers.yaml has no register for it.`,
  }),
  'leaves-before-it-counts': (leaves: string, counts: string): Text => ({
    zh: `退出环节“${leaves}”须在计入环节“${counts}”之后；请调整“stages”的次序或“leavesAt”。`,
    en: `The stage “${leaves}” at which a case leaves must come after “${counts}”, from which it counts; mend the order of “stages” or “leavesAt”.`,
  }),
  'choice-without-values': (field: string): Text => ({
    zh: `字段“${field}”是选择项（choice），应列出“choices”；其他字段不能有“choices”。`,
    en: `The field “${field}” needs “choices” if it is a choice, and has none otherwise.`,
  }),
  'named-twice-inside': (list: string, id: string): Text => ({
    zh: `“${list}”中“${id}”重复。`,
    en: `“${list}” names “${id}” twice.`,
  }),
  'not-in-register': (key: string, id: string, nearest?: string): Text => ({
    zh: `“${key}”写的“${id}”不在这个台账中。${meant(nearest).zh}`,
    en: `“${key}” names “${id}”, which the register does not have.${meant(nearest).en}`,
  }),

  'thresholds-out-of-order': (onSchedule: number, slightlyBehind: number): Text => ({
    zh: `状态阈值应满足 onSchedule（${onSchedule}）大于 slightlyBehind（${slightlyBehind}），且都大于 0。`,
    en: `The thresholds must be in order: onSchedule (${onSchedule}) above slightlyBehind (${slightlyBehind}), both above 0.`,
  }),
  'completeness-outside': (value: number): Text => ({
    zh: `“completeness”为 ${value}，应大于 0 且不大于 1。`,
    en: `“completeness” is ${value}; it must be above 0 and at most 1.`,
  }),
  'last-due-before-publication': (last: LocalDate, published: LocalDate): Text => ({
    zh: `“lastDueOn”${last} 早于印发日期 ${published}。`,
    en: `“lastDueOn” ${last} is before the publication on ${published}.`,
  }),
  'group-without-member': (group: string, indicator: string): Text => ({
    zh: `组“${group}”列有“${indicator}”，而该指标的“groups”中没有这个组。`,
    en: `The group “${group}” lists “${indicator}”, whose “groups” do not name the group.`,
  }),
  'member-not-in-group': (indicator: string, group: string): Text => ({
    zh: `“${indicator}”写明属于组“${group}”，而该组的“members”中没有它。`,
    en: `“${indicator}” names the group “${group}”, whose “members” do not list it.`,
  }),
  'reading-twice': (number: number, reading: string): Text => ({
    zh: `不确定项${number}的口径“${reading}”出现两次：备选口径要与现行口径及其他备选口径不同。`,
    en: `Ambiguity ${number} has the reading “${reading}” twice: an alternative differs from the reading and from the other alternatives.`,
  }),
  'effect-outside': (number: number, goal: string): Text => ({
    zh: `不确定项${number}的备选口径改动“${goal}”，而其“goals”中没有这个目标。`,
    en: `An alternative of ambiguity ${number} changes “${goal}”, which is not among its “goals”.`,
  }),
  'published-before-its-day': (published: LocalDate, on: LocalDate): Text => ({
    zh: `公布日期 ${published} 早于数据日期 ${on}。`,
    en: `Published on ${published}, before ${on}, the day it speaks of.`,
  }),

  'valid-to-before-from': (to: LocalDate, from: LocalDate): Text => ({
    zh: `“validTo”${to} 早于“validFrom”${from}。`,
    en: `“validTo” ${to} is before “validFrom” ${from}.`,
  }),
  'region-without-parent': (level: string): Text => ({
    zh: `${level} 级地区应有“parent”。`,
    en: `A region of the level ${level} must have a “parent”.`,
  }),
  'separate-plan-outside-province': (what: string): Text => ({
    zh: `计划单列市“${what}”应归入所属省：其“parent”须是省级。`,
    en: `“${what}” has a separate plan and must lie inside its province: its “parent” must be provincial.`,
  }),

  'changed-without-decision': (part: string, subject: string, was: string): Text => ({
    zh: `“${subject}”的“${part}”与已记录的不同而没有“change:”（谁、为何、文号、生效日、was）。原值：${was}。`,
    en: `“${part}” of “${subject}” differs from what was recorded, without a “change:” (who, why, document, from when, was). It was ${was}.`,
  }),
  'change-from-another-value': (part: string, subject: string, was: string): Text => ({
    zh: `“${subject}”的“${part}”：“change.was”与已记录的值不同。已记录：${was}。`,
    en: `“${part}” of “${subject}”: “change.was” is not the value that was recorded, ${was}.`,
  }),
  'recorded-part-gone': (part: string, subject: string, was: string): Text => ({
    zh: `“${subject}”的“${part}”已记录在案（${was}），这里却没有了。撤销须在系统中作出决定；若从未启用，从 recorded.yaml 中删去。`,
    en: `“${part}” of “${subject}” was recorded (${was}) and is gone. Withdraw it by a decision in the system; if it was never in use, delete it from recorded.yaml.`,
  }),
  'recorded-subject-gone': (subject: string): Text => ({
    zh: `“${subject}”已记录在案，目录中却没有了：标识一经启用不再更改或删除。若从未启用，从 recorded.yaml 中删去。`,
    en: `“${subject}” was recorded and is gone: a name in use is neither changed nor removed. If it was never in use, delete it from recorded.yaml.`,
  }),
  'not-recorded-yet': (parts: number): Text => ({
    zh: `有 ${parts} 项尚未记录：检查通过后运行 npm run catalogue:check -- --record。`,
    en: `Not recorded yet: ${parts}. Once the check is clean, run npm run catalogue:check -- --record.`,
  }),
} as const

export type Wording = typeof wording
