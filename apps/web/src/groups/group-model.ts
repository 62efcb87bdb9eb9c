import type { GroupChoice, GroupMember, GroupsPage } from '@xushi/contract'
import type { Language } from '@xushi/wording'

export type Group = GroupsPage['groups'][number]

/** A source with those that were put forward out of it; null where the reader sees no cases. */
export type Source = { readonly member: GroupMember; readonly cases: readonly GroupChoice[] | null }

/** A list that chooses, and where from. */
export type Choosing = { readonly chooser: GroupMember; readonly sources: readonly Source[] }

/** The list of a group that chooses out of other members of it; null where its members stand side by side. */
export function choosingIn({ members }: Group): Choosing | null {
  const chooser = members.find(({ chosenFrom }) => chosenFrom.some((id) => members.some((member) => member.id === id)))
  if (chooser === undefined) return null
  const sources = chooser.chosenFrom.flatMap((id) => {
    const member = members.find((candidate) => candidate.id === id)
    const cases = chooser.choices?.find(({ source }) => source === id)?.cases ?? null
    return member === undefined ? [] : [{ member, cases }]
  })
  return { chooser, sources }
}

export const chosenOf = (cases: readonly GroupChoice[] | null): readonly GroupChoice[] =>
  (cases ?? []).filter(({ state }) => state === 'chosen')

/** How many cases keep the promise: one more than the number of “more than”. Null without a number. */
export function neededOf({ target }: Pick<GroupMember, 'target'>): number | null {
  if (target === null) return null
  return target.comparator === 'more-than' ? target.value + 1 : target.value
}

const numerals: Readonly<Record<number, Readonly<Record<Language, string>>>> = {
  10: { zh: '十', en: 'Ten' },
  100: { zh: '百', en: 'Hundred' },
  1000: { zh: '千', en: 'Thousand' },
  10000: { zh: '万', en: 'Ten thousand' },
}

/** What a list is called after its number (十, 百, 千); its number of the notice where it has no such name. */
export function calledAfter({ target, goal }: Pick<GroupMember, 'target' | 'goal'>, language: Language): string {
  return (target === null ? undefined : numerals[target.value])?.[language] ?? goal
}

/** The name without what already stands before it: 内网改造标杆网络（十） is called 十 here. */
export function nameWithout(name: string, called: string): string {
  return name.replace(new RegExp(`\\s*[（(]${called}[）)]$`, 'i'), '')
}

/** The rules of a choice in words, from who is chosen out of whom: inside its sources, ending with them, and never added up. */
export function choiceRules({ chooser, sources }: Choosing, language: Language): readonly string[] {
  const zh = language === 'zh'
  const called = (member: GroupMember) => calledAfter(member, language)
  const ten = called(chooser)
  const names = sources.map(({ member }) => called(member))
  const others = sources
    .flatMap(({ member }, index) =>
      names.flatMap((other, at) =>
        at > index && !member.chosenFrom.includes(sources[at]?.member.id ?? '')
          ? [zh ? `${called(member)}不从${other}中选` : `${called(member)} is not chosen from ${other}`]
          : [],
      ),
    )
    .join(zh ? '，' : ', ')
  const inside = zh ? `${ten}必在${names.join('或')}之内` : `${ten} is always in ${names.join(' or ')}`
  return [
    [inside, others].filter((part) => part !== '').join(zh ? '，' : '; '),
    zh ? `源头撤销，${ten}亦随撤` : `what leaves its source leaves ${ten} too`,
    zh ? `${[ten, ...names].join('、')}不相加` : `${[ten, ...names].join(', ')} are never added up`,
  ]
}
