import { Link } from '@tanstack/react-router'
import type { GroupMember } from '@xushi/contract'
import { exactNumber, points, shortText, targetNote, targetText } from '@xushi/wording'
import { Demo } from '../app/demo.tsx'
import { AmountText, PercentText, PlanText } from '../figure/figure-text.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { StatusMark } from '../status/status-glyph.tsx'
import { StatusReason } from '../status/status-reason.tsx'
import { calledAfter, nameWithout, neededOf, type Source } from './group-model.ts'
import { groupsWords } from './groups.words.ts'
import { squareCounts, squaresLayout, squaresPath } from './squares-layout.ts'

/** One source of a choice: what it counts, one square a case, and how it stands against its plan. */
export function SourceBlock({ source: { member, cases }, room }: { source: Source; room: number }) {
  const says = useWords(groupsWords)
  const { language } = useLanguage()
  return (
    <section className="source-block">
      <div className="source-head">
        <MemberHead member={member} />
        <p className="source-count">
          {cases === null ? (
            <span className="unknown">{says.hidden}</span>
          ) : (
            <>
              <b className="key-figure">
                <AmountText figure={member.actual} of={member} sense="total" />
              </b>
              <span>{member.actual.known && <Attained member={member} />}</span>
              <StatusMark status={member.status} />
              <StatusReason of={member} />
            </>
          )}
        </p>
      </div>
      <Squares member={member} marked={cases?.length ?? 0} room={room} />
      <p className="second source-plan">
        {member.plan.known && (
          <>
            {says.planned}
            <PlanText value={member.plan.value} of={member} unit={language === 'zh'} />
          </>
        )}
        {member.percentagePoints.known && (
          <>
            {' · '}
            {member.percentagePoints.value < 0
              ? says.pointsBehind(points(member.percentagePoints.value).slice(1))
              : says.pointsAhead(points(member.percentagePoints.value).replace('+', ''))}
          </>
        )}
      </p>
    </section>
  )
}

/** 百　行业龙头内网改造案例, and what is promised of it. */
export function MemberHead({ member }: { member: GroupMember }) {
  const says = useWords(groupsWords)
  const text = useText()
  const { language } = useLanguage()
  const called = calledAfter(member, language)
  const note = targetNote(member, language)
  const isQuota = member.target?.comparator === 'equal'
  return (
    <>
      <h3>
        <span className="called">{called}</span>
        <Link to="/indicators/$indicator" params={{ indicator: member.id }}>
          {nameWithout(text(member.name), called)}
        </Link>{' '}
        {member.demo && <Demo />}
      </h3>
      <p className="second">
        {member.goal} · {isQuota ? says.quota : says.target}
        {targetText(member, language)}
        {note !== null && !isQuota && says.note(note)}
      </p>
    </>
  )
}

function Attained({ member }: { member: GroupMember }) {
  const says = useWords(groupsWords)
  const short = shortText(member)
  const { units, expected } = member.reported
  const { language } = useLanguage()
  const between = language === 'zh' ? '，' : ', '
  const unit = language === 'zh' ? member.unit.zh : ''
  return (
    <>
      <PercentText figure={member.attainment} />
      {short !== null && between + says.short(exactNumber(short, member.decimals) + unit)}
      {units !== null && expected > 0 && units < expected && between + says.confirmed(units, expected)}
    </>
  )
}

/** One square a case; a hatched block where it is not known how many there are. */
function Squares({ member, marked, room }: { member: GroupMember; marked: number; room: number }) {
  const count = member.actual.known ? member.actual.value : null
  const needed = neededOf(member)
  const counts = squareCounts(count, needed, marked)
  const layout = squaresLayout(Math.max(count ?? 0, needed ?? 0, 1), room)
  const squares = (cases: number) => Math.round(cases / layout.per)
  const [dark, blue, hollow] = [counts.marked, counts.filled, counts.missing].map(squares) as [number, number, number]
  // A hollow square is drawn inside its edge, so that it is no larger than a filled one.
  const inner = { ...layout, side: layout.side - 1 }
  return (
    <svg width={layout.width} height={layout.height} aria-hidden="true" className="squares">
      {count === null ? (
        <>
          <defs>
            <pattern id={`unknown-${member.id}`} width="6" height="6" patternUnits="userSpaceOnUse">
              <path d="M0 6L6 0" stroke="var(--hatch)" strokeWidth="1.2" />
            </pattern>
          </defs>
          <rect
            x="0.5"
            y="0.5"
            width={layout.width - 1}
            height={layout.height - 1}
            fill={`url(#unknown-${member.id})`}
            stroke="var(--line2)"
            strokeDasharray="4 3"
          />
        </>
      ) : (
        <>
          <path d={squaresPath(layout, 0, dark)} fill="var(--ink)" />
          <path d={squaresPath(layout, dark, blue)} fill="var(--actual)" />
          <path
            d={squaresPath(inner, dark + blue, hollow)}
            transform="translate(.5 .5)"
            fill="none"
            stroke="var(--line2)"
            strokeWidth=".8"
          />
        </>
      )}
    </svg>
  )
}
