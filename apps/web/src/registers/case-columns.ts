import { useQuery } from '@tanstack/react-query'
import type { Case, CaseList } from '@xushi/contract'
import { regionsQuery } from '../api/queries.ts'
import { shanghaiTime } from '../figure/format-figure.ts'
import { useText, useWords } from '../language/language.tsx'
import { entryStateWords } from '../status/entry-state.tsx'
import type { Column } from './case-list.ts'
import { registerWords } from './registers.words.ts'

/** The columns of a register: the name, its own fields, and where each case stands. */
export function useCaseColumns({ register }: CaseList): readonly Column[] {
  const says = useWords(registerWords)
  const states = useWords(entryStateWords)
  const text = useText()
  const regions = useQuery(regionsQuery)
  const nameOf = new Map(regions.data?.regions.map(({ code, shortName }) => [code, text(shortName)]))
  const stageOf = new Map(register.stages.map(({ id, name }) => [id, text(name)]))
  const fields = register.fields.slice(1).map((field) => {
    const choices = new Map(field.choices.map(({ id, name }) => [id, text(name)]))
    const told = (one: Case) => String(one.fields[field.id] ?? '')
    return { id: `field-${field.id}`, name: text(field.name), text: (one: Case) => choices.get(told(one)) ?? told(one) }
  })
  return [
    { id: 'name', name: says.name, text: ({ title }) => title },
    ...fields,
    { id: 'region', name: says.region, text: ({ region }) => nameOf.get(region) ?? region },
    { id: 'stage', name: says.stage, text: ({ stage }) => (stage === null ? '' : (stageOf.get(stage) ?? stage)) },
    { id: 'state', name: says.state, text: ({ state }) => states[state] },
    { id: 'validFrom', name: says.validFrom, text: ({ validFrom }) => validFrom ?? '' },
    { id: 'validTo', name: says.validTo, text: ({ validTo }) => validTo ?? '' },
    { id: 'recorder', name: says.recorder, text: ({ recorder }) => recorder.name },
    { id: 'approver', name: says.approver, text: ({ approver }) => approver?.name ?? '' },
    { id: 'updated', name: says.updated, text: ({ updatedAt }) => shanghaiTime(updatedAt) },
  ]
}
