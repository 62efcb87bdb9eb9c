import { words } from '@xushi/wording'

const numeral = (count: number) => (count === 2 ? '两' : String(count))

/** What a 通报 says of regions and asks for. */
export const circularWords = words(
  {
    quoted: (name: string) => `“${name}”`,
    list: '、',
    quotedList: '',
    semicolon: '；',
    stop: '。',
    decided: (name: string, regions: string) => `按经决定的分解目标，${name}达到或快于序时进度的有${regions}。`,
    decidedRegion: (region: string, actual: string, target: string) => `${region}（${actual}，分解目标${target}）`,
    grown: (name: string, day: string, regions: string) => `${name}较${day}增加最多的有${regions}。`,
    grownRegion: (region: string, gain: string) => `${region}（增加${gain}）`,
    noneNamed: '本期不点名进展较快地区。',
    basis: (ranked: string) =>
      `点名的依据：有经决定的分解目标的，看是否达到序时进度；多者为优且各地数值齐全的，看增量。${ranked}遴选类事项质量优先，鼓励事项、是否类事项和按地区提出的事项不作名次。`,
    notComparable: (names: string) => `${names}数值不全或为下限，不能比较；`,
    noneRanked: '没有各地数值齐全、可以比较增量的指标；',
    punctual: (count: number, names: string) => `填报方面，${numeral(count)}个地区全部按时报送：${names}。`,
    overdueRegions: (day: string, count: number) => `截至${day}，${numeral(count)}个地区有逾期未报事项：`,
    overdueRegion: (region: string, count: number, items: string) => `${region}${count}项（${items}）`,
    overdueItems: (names: string, hasMore: boolean, period: string, days: number) =>
      `${names}${hasMore ? '等' : ''}${period}数据，逾期${days}天`,
    otherRegions: (count: number) => `其余${numeral(count)}个地区见附件。`,
    overdueAnnex: '各项逾期事项见附件。',
    noneOverdue: (day: string) => `截至${day}，没有地区逾期未报。`,
    earlier: (count: number) => `以前各期尚有${count}项没有补报。`,
    ownUnits: (count: number) => `另有部属填报单位逾期未报${count}项。`,
    annexHeading: '附件　逾期未报清单',
    annexCaption: (day: string) => `逾期未报事项（截至${day}）`,
    ownUnitsName: '部属单位',
    columns: { deadline: '应报日期', days: '逾期天数', places: '未报数' },
    headings: { targets: '滞后目标和逾期里程碑', reporting: '数据填报', next: '近期到期事项' },
    by: (day: string) => `于${day}前`,
    atOnce: '尽快',
    withReason: (unit: string, name: string, status: string, remedy: string, day: string) =>
      `${name}（${status}）：责任单位（${unit}）落实“${remedy}”，于${day}前完成。`,
    reasonExpired: (unit: string, name: string, status: string, day: string, by: string) =>
      `${name}（${status}）：原报新期限${day}已过，责任单位（${unit}）${by}重新报送原因、整改措施和新期限。`,
    withoutReason: (unit: string, name: string, status: string, by: string) =>
      `${name}（${status}）：尚未报送滞后原因，责任单位（${unit}）${by}报送原因、整改措施和新期限。`,
    overdueBy: (days: number) => `逾期${days}天`,
    noneBehind: '没有滞后、逾期的目标和里程碑。',
    handIn: (names: string, count: number, by: string) =>
      `${names}等${numeral(count)}个地区${by}补报逾期事项并说明原因。`,
    handInAll: (names: string, by: string) => `${names}${by}补报逾期事项并说明原因。`,
    upcoming: (period: string, count: number, day: string) => `${period}数据（${count}项未报）于${day}前报送`,
    noneUpcoming: '60天内没有报送截止日期。',
    targetDue: (name: string, day: string, actual: string, target: string, unit: string) =>
      `${name}于${day}到期（现为${actual}，目标${target}），责任单位：${unit}。`,
    milestoneDue: (name: string, day: string, unit: string) => `${name}预计${day}完成，责任单位：${unit}。`,
    noneNext: '60天内没有到期的目标和里程碑。',
  },
  {
    quoted: (name: string) => name,
    list: ', ',
    quotedList: ', ',
    semicolon: '; ',
    stop: '. ',
    decided: (name: string, regions: string) =>
      `By the regional targets that were decided, on or ahead of plan in ${name}: ${regions}.`,
    decidedRegion: (region: string, actual: string, target: string) => `${region} (${actual}, its target ${target})`,
    grown: (name: string, day: string, regions: string) => `Most gained since ${day} in ${name}: ${regions}.`,
    grownRegion: (region: string, gain: string) => `${region} (a gain of ${gain})`,
    noneNamed: 'No region is named for fast progress. ',
    basis: (ranked: string) =>
      `Regions are named by regional targets that were decided, against their plan, and by what they gained where more is better and every figure is known. ${ranked}What is chosen for quality, encouraged, a yes or a no, or promised to each region is not ranked.`,
    notComparable: (names: string) => `Some figures of ${names} are missing or lower bounds and cannot be compared. `,
    noneRanked: 'In nothing that can be compared is every figure known. ',
    punctual: (count: number, names: string) =>
      `${count === 1 ? 'One region reported' : `${count} regions reported`} all in time: ${names}.`,
    overdueRegions: (day: string, count: number) =>
      `As of ${day}, ${count === 1 ? 'one region owes' : `${count} regions owe`} what is overdue: `,
    overdueRegion: (region: string, count: number, items: string) => `${region} ${count} (${items})`,
    overdueItems: (names: string, hasMore: boolean, period: string, days: number) =>
      `${names}${hasMore ? ' and more' : ''} of ${period}, ${days === 1 ? 'one day' : `${days} days`} overdue`,
    otherRegions: (count: number) => `${count === 1 ? 'One more stands' : `${count} more stand`} in the annex.`,
    overdueAnnex: 'All of it stands in the annex.',
    noneOverdue: (day: string) => `As of ${day}, no region owes anything overdue.`,
    earlier: (count: number) => `Of the periods before, ${count} more were never handed in.`,
    ownUnits: (count: number) => `The ministry’s own units owe ${count} more. `,
    annexHeading: 'Annex: what is overdue',
    annexCaption: (day: string) => `Not handed in and overdue (as of ${day})`,
    ownUnitsName: 'Ministry’s units',
    columns: { deadline: 'Deadline', days: 'Days overdue', places: 'Missing' },
    headings: { targets: 'Targets behind, milestones overdue', reporting: 'Reporting', next: 'What falls due soon' },
    by: (day: string) => `by ${day}`,
    atOnce: 'without delay',
    withReason: (unit: string, name: string, status: string, remedy: string, day: string) =>
      `${name} (${status.toLowerCase()}): to carry out “${remedy}” by ${day}. Responsible: ${unit}.`,
    reasonExpired: (unit: string, name: string, status: string, day: string, by: string) =>
      `${name} (${status.toLowerCase()}): the new date ${day} has passed; cause, remedy and a new date to be handed in ${by}. Responsible: ${unit}.`,
    withoutReason: (unit: string, name: string, status: string, by: string) =>
      `${name} (${status.toLowerCase()}): no reason was handed in; cause, remedy and a new date to be handed in ${by}. Responsible: ${unit}.`,
    overdueBy: (days: number) => `${days === 1 ? 'one day' : `${days} days`} overdue`,
    noneBehind: 'No target or milestone is behind or overdue.',
    handIn: (names: string, count: number, by: string) =>
      `${names} and others (${count} regions) to hand in what is overdue ${by}, and to say why it is late.`,
    handInAll: (names: string, by: string) => `${names} to hand in what is overdue ${by}, and to say why it is late.`,
    upcoming: (period: string, count: number, day: string) => `figures of ${period} (${count} not there yet) by ${day}`,
    noneUpcoming: 'No deadline for reporting lies within 60 days.',
    targetDue: (name: string, day: string, actual: string, target: string, unit: string) =>
      `${name} falls due on ${day} (now ${actual}, target ${target}). Responsible: ${unit}.`,
    milestoneDue: (name: string, day: string, unit: string) => `${name}: expected on ${day}. Responsible: ${unit}.`,
    noneNext: 'No target or milestone falls due within 60 days.',
  },
)

export type CircularWords = (typeof circularWords)['en']
