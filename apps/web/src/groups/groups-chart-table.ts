import type { GroupMember } from '@xushi/contract'
import { type Language, statusWords, targetText } from '@xushi/wording'
import type { ChartTable, TableValue } from '../chart-download/chart-file.ts'
import { figureCells, figureNumber } from '../chart-download/figure-cells.ts'
import { choosingIn, chosenOf, type Group } from './group-model.ts'
import type { groupsWords } from './groups.words.ts'

/** The members of a group as a table to take away, each with its own count: they are never added up. */
export function groupChartTable(group: Group, language: Language, says: (typeof groupsWords)['en']): ChartTable {
  const sources = choosingIn(group)?.sources ?? []
  const rowOf = (member: GroupMember): readonly TableValue[] => {
    const cases = sources.find((source) => source.member.id === member.id)?.cases ?? null
    const [value, bound, why] = figureCells(member.actual, {
      language,
      decimals: member.decimals,
      sense: member.sourceOfRecord === 'national' ? 'published' : 'total',
    })
    return [
      member.goal,
      member.name[language],
      value,
      bound,
      member.choices === null ? says.hidden : why,
      member.unit[language],
      targetText(member, language),
      figureNumber(member.attainment),
      member.due?.on ?? null,
      member.choices === null ? null : statusWords[language][member.status],
      cases?.length ?? null,
      cases === null ? null : chosenOf(cases).length,
    ]
  }
  return { columns: Object.values(says.file.columns), rows: group.members.map(rowOf) }
}
