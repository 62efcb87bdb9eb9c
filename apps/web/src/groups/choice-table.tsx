import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useRegionNames } from '../api/region-names.ts'
import { Demo } from '../app/demo.tsx'
import { useIsPaper } from '../app/media.ts'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { type Choosing, calledAfter, nameWithout } from './group-model.ts'
import { groupsWords } from './groups.words.ts'

/** Who was put forward and who was chosen, by source, each with its case. Closed on a screen until somebody opens it; paper has it. */
export function ChoiceTable({ choosing: { sources } }: { choosing: Choosing }) {
  const says = useWords(groupsWords)
  const text = useText()
  const { language } = useLanguage()
  const regionName = useRegionNames()
  const [isOpen, setIsOpen] = useState(false)
  const isPaper = useIsPaper()
  const rows = sources.flatMap(({ member, cases }) => (cases ?? []).map((one) => ({ member, one })))
  if (rows.length === 0) return null
  return (
    <details
      className="chart-table choice-table"
      open={isOpen || isPaper}
      onToggle={({ currentTarget }) => {
        if (!isPaper) setIsOpen(currentTarget.open)
      }}
    >
      <summary>{says.table(rows.length)}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by key */}
      <section className="scroll-x" tabIndex={0} aria-label={says.table(rows.length)}>
        <table>
          <thead>
            <tr>
              {Object.entries(says.columns).map(([key, word]) => (
                <th key={key}>{word}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ member, one }) => {
              const called = calledAfter(member, language)
              return (
                <tr key={one.choice}>
                  <td>
                    <Link to="/cases/$id" params={{ id: one.case }}>
                      {one.title}
                    </Link>{' '}
                    {one.demo && <Demo />}
                  </td>
                  <td>
                    {called}　{nameWithout(text(member.name), called)}
                  </td>
                  <td className="nowrap">{regionName(one.region)}</td>
                  <td className="nowrap">
                    {one.isDecided ? says.states[one.state] : `${says.states[one.state]} · ${says.waiting}`}
                  </td>
                  <td className="nowrap">{one.chosenOn ?? '—'}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </details>
  )
}
