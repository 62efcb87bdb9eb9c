import { Link } from '@tanstack/react-router'
import type { GroupMember } from '@xushi/contract'
import { shortDate } from '@xushi/wording'
import { useLanguage, useWords } from '../language/language.tsx'
import { StatusMark } from '../status/status-glyph.tsx'
import { type Choosing, calledAfter, choiceRules, chosenOf } from './group-model.ts'
import { groupsWords } from './groups.words.ts'
import { MemberHead } from './source-block.tsx'
import { StageSteps } from './stage-steps.tsx'

/** The list that chooses: its seats, dashed until it is published and with names from then on, its stages and its rules. */
export function ChooserBlock({ choosing, on }: { choosing: Choosing; on: string }) {
  const { chooser } = choosing
  const says = useWords(groupsWords)
  const { language } = useLanguage()
  const names = choosing.sources.map(({ member }) => calledAfter(member, language)).join(says.or)
  const year = on.slice(0, 4)
  return (
    <section className="chooser-block">
      <div className="chooser-head">
        <MemberHead member={chooser} />
        <p className="second">
          <span className="called">{choosing.sources.length === 2 ? says.fromBoth(names) : says.from(names)}</span>
          {chooser.choices !== null && <StatusMark status={chooser.status} />}
        </p>
      </div>
      <div className="chooser-body">
        <Seats choosing={choosing} year={year} />
        <div className="choice-rules">
          <b>{says.rules}</b>
          <ol>
            {choiceRules(choosing, language).map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ol>
        </div>
      </div>
      {chooser.stages !== null && chooser.choices !== null && <StageSteps stages={chooser.stages} year={year} />}
    </section>
  )
}

function Seats({ choosing: { chooser, sources }, year }: { choosing: Choosing; year: string }) {
  const says = useWords(groupsWords)
  const { language } = useLanguage()
  const chosen = sources.flatMap(({ member, cases }) =>
    chosenOf(cases).map((one) => ({ ...one, from: calledAfter(member, language) })),
  )
  const places = chooser.target?.value ?? chosen.length
  const empty = Array.from({ length: Math.max(0, places - chosen.length) }, (_, index) => chosen.length + index + 1)
  return (
    <div className="seats">
      <ol className={chosen.length > 0 ? 'seat-list seat-names' : 'seat-list'} aria-label={says.seats}>
        {chosen.map((one) => (
          <li key={one.choice} className="seat seat-taken">
            <em>{one.from}</em>
            <Link to="/cases/$id" params={{ id: one.choice }}>
              {one.title}
            </Link>
          </li>
        ))}
        {empty.map((place) => (
          <li key={place} className="seat">
            <span aria-hidden="true">{place}</span>
            <span className="visually-hidden">{says.empty(place)}</span>
          </li>
        ))}
      </ol>
      <p>
        <b>
          {chooser.choices === null ? says.hidden : chosen.length > 0 ? says.published(chosen.length) : says.notCounted}
        </b>
        {chosen.length > places && <span className="second">　{says.overQuota}</span>}
      </p>
      {chosen.length === 0 && <PlannedDay chooser={chooser} year={year} />}
    </div>
  )
}

function PlannedDay({ chooser, year }: { chooser: GroupMember; year: string }) {
  const says = useWords(groupsWords)
  const last = chooser.stages?.at(-1)
  if (last?.dueOn == null) return null
  return <p className="second">{says.listOn(shortDate(last.dueOn, year))}</p>
}
