import { useQuery } from '@tanstack/react-query'
import {
  approveDecision,
  type DecidedValue,
  deleteDecision,
  type OpenDecision as Open,
  returnDecision,
} from '@xushi/contract'
import { call } from '../api/call.ts'
import { decisionsQuery } from '../api/queries.ts'
import { AntFrame } from '../app/ant-frame.tsx'
import { Demo } from '../app/demo.tsx'
import { useTitle } from '../app/title.ts'
import { FilingMoves, type MoveCalls } from '../filings/filing-moves.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { PeopleOnly } from '../session/people-only.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { EntryStateMark } from '../status/entry-state.tsx'
import { decidedText, warningText } from './decided-text.ts'
import { decisionWords } from './decisions.words.ts'
import { ProposeForm } from './propose-form.tsx'
import './decisions.css'

const calls: MoveCalls = {
  approval: ({ id, version, digest }) => call(approveDecision, { params: { id }, body: { version, digest } }),
  return: ({ id, version, digest }, reason) =>
    call(returnDecision, { params: { id }, body: { version, reason, digest } }),
  delete: ({ id, version }) => call(deleteDecision, { params: { id }, querystring: { version } }),
}

/** 调整决定: what waits for a second person, what was decided and why, and the form to propose one. */
export function DecisionsPage() {
  const says = useWords(decisionWords)
  useTitle(says.title)
  return (
    <AntFrame>
      <h1>{says.title}</h1>
      <p className="second">{says.hint}</p>
      <PeopleOnly action="decision:read" noRight={says.noRight}>
        {({ actions }) => (
          <>
            {actions.includes('decision:propose') && <ProposeForm />}
            <Lists />
          </>
        )}
      </PeopleOnly>
    </AntFrame>
  )
}

function Lists() {
  const says = useWords(decisionWords)
  const query = useQuery(decisionsQuery)
  return (
    <QueryState query={query}>
      {({ open, decided }) => (
        <>
          <section className="decisions">
            <div className="section-head">
              <h2>{says.open}</h2>
            </div>
            {open.length === 0 && <Notice kind="empty" title={says.none} />}
            {open.map((decision) => (
              <OpenDecision key={decision.filing} decision={decision} />
            ))}
          </section>
          <section className="decisions">
            <div className="section-head">
              <h2>{says.decided}</h2>
            </div>
            {decided.length === 0 ? <Notice kind="empty" title={says.noneDecided} /> : <Decided decided={decided} />}
          </section>
        </>
      )}
    </QueryState>
  )
}

function OpenDecision({ decision }: { decision: Open }) {
  const says = useWords(decisionWords)
  const text = useText()
  const { language } = useLanguage()
  return (
    <article className="decision-card">
      <p>
        <b>
          {says.parts[decision.part]}　{text(decision.name)}
        </b>{' '}
        <EntryStateMark state={decision.state} /> {decision.demo && <Demo />}
      </p>
      <dl className="decision-change">
        <dt>{says.before}</dt>
        <dd>{decidedText({ ...decision, value: decision.before }, language)}</dd>
        <dt>{says.value}</dt>
        <dd>
          <b>{decidedText(decision, language)}</b>
        </dd>
      </dl>
      <p className="second">
        {says.reason}：{decision.reason}　{says.effectiveOn} {decision.effectiveOn}　{decision.documentNumber}　
        {decision.recorder.name}
      </p>
      {decision.warnings.map((warning) => (
        <Notice key={warning.is} kind="warning" title={warningText(warning, decision, language)} />
      ))}
      <FilingMoves filing={decision} calls={calls} />
    </article>
  )
}

function Decided({ decided }: { decided: readonly DecidedValue[] }) {
  const says = useWords(decisionWords)
  const text = useText()
  const { language } = useLanguage()
  const parts: Readonly<Record<string, string>> = says.parts
  return (
    <div className="scroll-x">
      <table>
        <thead>
          <tr>
            <th>{says.effectiveOn}</th>
            <th>{says.part}</th>
            <th>{says.subject}</th>
            <th>{says.value}</th>
            <th>{says.reason}</th>
            <th>{says.who}</th>
          </tr>
        </thead>
        <tbody>
          {decided.map((row) => (
            <tr key={row.seq}>
              <td className="nowrap">{row.effectiveOn}</td>
              <td className="nowrap">{parts[row.part] ?? row.part}</td>
              <td>{text(row.name)}</td>
              <td>{decidedText(row, language)}</td>
              <td className="second">
                {row.reason} {row.documentNumber}
              </td>
              <td className="nowrap">{row.who}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
