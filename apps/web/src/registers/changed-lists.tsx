import { useQuery } from '@tanstack/react-query'
import { confirmationsQuery } from '../api/queries.ts'
import { useText, useWords } from '../language/language.tsx'
import { Notice } from '../states/states.tsx'
import { registerWords } from './registers.words.ts'

const mostUnits = 6

/** 名单有变，需再确认: units whose list changed after they gave their word, with the months. */
export function ChangedLists({ register }: { register: string }) {
  const says = useWords(registerWords)
  const text = useText()
  const { data } = useQuery(confirmationsQuery(register))
  const changed = (data?.confirmations ?? []).filter((one) => one.changed)
  const units = [...Map.groupBy(changed, ({ unit }) => unit.id).values()]
  if (units.length === 0) return null
  const told = units.slice(0, mostUnits).map((some) => {
    const periods = some.map(({ period }) => period).join(says.listComma)
    return says.changedList(text(some[0]?.unit.name ?? { zh: '', en: '' }), periods)
  })
  const rest = units.length - told.length
  return (
    <Notice kind="warning" title={says.changedLists}>
      <p>{[...told, ...(rest > 0 ? [says.andMore(rest)] : [])].join(says.listComma)}</p>
    </Notice>
  )
}
