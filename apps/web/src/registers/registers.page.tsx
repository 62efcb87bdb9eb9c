import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { registersQuery } from '../api/queries.ts'
import { useTitle } from '../app/title.ts'
import { AmountText, WhyText } from '../figure/figure-text.tsx'
import { useText, useWords } from '../language/language.tsx'
import { PeopleOnly } from '../session/people-only.tsx'
import { QueryState } from '../states/states.tsx'
import { registerWords } from './registers.words.ts'
import './registers.css'

/** 台账: every register with what it counts on the date asked for. */
export function RegistersPage() {
  const says = useWords(registerWords)
  useTitle(says.title)
  return (
    <>
      <h1>{says.title}</h1>
      <p className="second">{says.hint}</p>
      <PeopleOnly action="progress:read" noRight={says.noRight}>
        {() => <List />}
      </PeopleOnly>
    </>
  )
}

function List() {
  const says = useWords(registerWords)
  const text = useText()
  const { on, knownAt } = useSearch({ from: '__root__' })
  const query = useQuery(registersQuery({ on, knownAt }))
  return (
    <QueryState query={query}>
      {({ registers }) => (
        <div className="scroll-x">
          <table className="register-list">
            <thead>
              <tr>
                <th>{says.goal}</th>
                <th>{says.register}</th>
                <th className="number">{says.count}</th>
                <th className="number">{says.confirmed}</th>
                <th className="number">{says.cases}</th>
                <th>{says.opened}</th>
              </tr>
            </thead>
            <tbody>
              {registers.map((register) => (
                <tr key={register.id}>
                  <td>{register.goal}</td>
                  <td>
                    <Link to="/registers/$register" params={{ register: register.id }}>
                      {text(register.name)}
                    </Link>
                  </td>
                  <td className="number">
                    {register.count.known ? (
                      <b>
                        <AmountText
                          figure={register.count}
                          of={{ unit: register.unitOfMeasure, decimals: 0 }}
                          sense="total"
                        />
                      </b>
                    ) : (
                      <WhyText why={register.count.why} />
                    )}
                  </td>
                  <td className="number">
                    {register.reported.expected === 0
                      ? '—'
                      : `${register.reported.units}/${register.reported.expected}`}
                  </td>
                  <td className="number">{register.cases}</td>
                  <td className="second">{register.opening === null ? says.notOpen : register.opening.openedOn}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </QueryState>
  )
}
