import { Link } from '@tanstack/react-router'
import type { GroupMember } from '@xushi/contract'
import { percent, targetNote, targetText } from '@xushi/wording'
import { Demo } from '../app/demo.tsx'
import { ClauseInShort } from '../clause/clause-words.tsx'
import { AmountText, PercentText } from '../figure/figure-text.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { StatusMark } from '../status/status-glyph.tsx'
import { groupsWords } from './groups.words.ts'

/** Members that are not chosen out of each other: each with its own count, its own target and its own status. */
export function SideBySide({ members }: { members: readonly GroupMember[] }) {
  return (
    <ul className="side-by-side">
      {members.map((member) => (
        <Count key={member.id} member={member} />
      ))}
    </ul>
  )
}

function Count({ member }: { member: GroupMember }) {
  const says = useWords(groupsWords)
  const text = useText()
  const { language } = useLanguage()
  const { actual, attainment, due, plan } = member
  const note = targetNote(member, language)
  return (
    <li>
      <h3>
        <span className="called">{member.goal}</span>
        <Link to="/indicators/$indicator" params={{ indicator: member.id }}>
          {text(member.name)}
        </Link>{' '}
        {member.demo && <Demo />}
      </h3>
      {member.choices === null ? <span /> : <StatusMark status={member.status} />}
      {actual.known ? (
        <p>
          <b className="key-figure">
            <AmountText figure={actual} of={member} sense="total" />
          </b>{' '}
          <PercentText figure={attainment} />
        </p>
      ) : (
        <p className="second">{member.choices === null ? says.hidden : says.unknownCount}</p>
      )}
      <p className="second">
        {says.target}
        {targetText(member, language)}
        {note !== null && says.note(note)}
      </p>
      <p className="label">
        {due !== null && says.dueOn(due.on)}
        {plan.known && ` · ${says.plan}${percent(plan.ratio)}`}
      </p>
      <p className="label">{text(member.responsible)}</p>
      <blockquote className="label">
        <ClauseInShort clause={member.clause} />
      </blockquote>
    </li>
  )
}
