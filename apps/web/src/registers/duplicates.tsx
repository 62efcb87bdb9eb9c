import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Case, type Register, stateName } from '@xushi/contract'
import { useDeferredValue } from 'react'
import { duplicatesQuery, regionsQuery } from '../api/queries.ts'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { Notice } from '../states/states.tsx'
import type { TypedCase } from './case-fields.tsx'
import { counting } from './case-head.tsx'
import { registerWords } from './registers.words.ts'

type Props = { readonly register: Register; readonly typed: TypedCase; readonly except: string | undefined }

/** Cases that may be the same thing, each as it stands, beside what is being written and before anything is saved. */
export function Duplicates({ register, typed, except }: Props) {
  const says = useWords(registerWords)
  const nameField = register.fields.find(({ kind }) => kind === 'text')
  const codeField = codeFieldOf(register)
  const code = useDeferredValue(codeField === undefined ? '' : (typed.fields[codeField.id] ?? ''))
  const name = useDeferredValue(nameField === undefined ? '' : (typed.fields[nameField.id] ?? ''))
  const asked = { ...(code.length >= 6 && { code }), ...(name.length >= 2 && { name }), ...(except && { except }) }
  const { data } = useQuery({
    ...duplicatesQuery(register.id, asked),
    enabled: 'code' in asked || 'name' in asked,
    placeholderData: (before) => before,
  })
  const found = data?.duplicates ?? []
  if (found.length === 0) return null
  return (
    <Notice kind="warning" title={says.duplicates}>
      <ul className="duplicates">
        {found.map(({ case: other, because }) => (
          <li key={other.id}>
            <Link to="/cases/$id" params={{ id: other.id }} target="_blank">
              {other.title === '' ? '—' : other.title}
            </Link>{' '}
            <span className="label">{says.because[because]}</span>
            <AsItStands one={other} register={register} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const codeFieldOf = ({ fields }: Register) => fields.find(({ kind }) => kind === 'credit-code')

function AsItStands({ one, register }: { one: Case; register: Register }) {
  const says = useWords(registerWords)
  const text = useText()
  const { language } = useLanguage()
  const regions = useQuery(regionsQuery)
  const region = regions.data?.regions.find(({ code }) => code === one.region)
  const stage = register.stages.find(({ id }) => id === one.stage)
  const codeField = codeFieldOf(register)
  const rows = [
    ...(codeField === undefined ? [] : [[text(codeField.name), String(one.fields[codeField.id] ?? '—')]]),
    [says.region, region === undefined ? one.region : text(region.shortName)],
    [says.unit, text(one.unit.name)],
    [says.stage, stage === undefined ? '—' : `${text(stage.name)} ${one.stages[stage.id] ?? ''}`],
    [says.state, stateName(one, language)],
    [says.counted, counting(one, says)],
  ] as const
  return (
    <dl>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
