import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import {
  approveMilestoneEvent,
  approveNarrative,
  approvePublishedFigure,
  askMilestoneEventCorrection,
  askNarrativeCorrection,
  askPublishedFigureCorrection,
  deleteMilestoneEvent,
  deleteNarrative,
  deletePublishedFigure,
  returnMilestoneEvent,
  returnNarrative,
  returnPublishedFigure,
  submitMilestoneEvent,
  submitNarrative,
  submitPublishedFigure,
  withdrawMilestoneEvent,
  withdrawNarrative,
  withdrawPublishedFigure,
} from '@xushi/contract'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { filingQuery } from '../api/queries.ts'
import { AntFrame } from '../app/ant-frame.tsx'
import { Demo } from '../app/demo.tsx'
import { NotFound } from '../app/not-found.tsx'
import { useTitle } from '../app/title.ts'
import { EvidenceList } from '../evidence/evidence-list.tsx'
import { goalWords } from '../goals/goals.words.ts'
import { useText, useWords } from '../language/language.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { EntryStateMark } from '../status/entry-state.tsx'
import { ChangeFiling } from './change-filing.tsx'
import { CorrectionAsked } from './correction-asked.tsx'
import { FilingContent } from './filing-content.tsx'
import { FilingHistory } from './filing-history.tsx'
import { FilingMoves, type MoveCalls } from './filing-moves.tsx'
import { filingWords } from './filings.words.ts'
import './filings.css'

const moves = {
  'milestone-event': {
    submission: ({ id, version }, _) => call(submitMilestoneEvent, { params: { id }, body: { version } }),
    approval: ({ id, version, digest }) => call(approveMilestoneEvent, { params: { id }, body: { version, digest } }),
    return: ({ id, version, digest }, reason) =>
      call(returnMilestoneEvent, { params: { id }, body: { version, reason, digest } }),
    'correction-request': ({ id, version }, reason) =>
      call(askMilestoneEventCorrection, { params: { id }, body: { version, reason } }),
    withdrawal: ({ id, version }, reason) =>
      call(withdrawMilestoneEvent, { params: { id }, body: { version, ...(reason !== '' && { reason }) } }),
    delete: ({ id, version }) => call(deleteMilestoneEvent, { params: { id }, querystring: { version } }),
  },
  narrative: {
    submission: ({ id, version }) => call(submitNarrative, { params: { id }, body: { version } }),
    approval: ({ id, version, digest }) => call(approveNarrative, { params: { id }, body: { version, digest } }),
    return: ({ id, version, digest }, reason) =>
      call(returnNarrative, { params: { id }, body: { version, reason, digest } }),
    'correction-request': ({ id, version }, reason) =>
      call(askNarrativeCorrection, { params: { id }, body: { version, reason } }),
    withdrawal: ({ id, version }, reason) =>
      call(withdrawNarrative, { params: { id }, body: { version, ...(reason !== '' && { reason }) } }),
    delete: ({ id, version }) => call(deleteNarrative, { params: { id }, querystring: { version } }),
  },
  'published-figure': {
    submission: ({ id, version }) => call(submitPublishedFigure, { params: { id }, body: { version } }),
    approval: ({ id, version, digest }) => call(approvePublishedFigure, { params: { id }, body: { version, digest } }),
    return: ({ id, version, digest }, reason) =>
      call(returnPublishedFigure, { params: { id }, body: { version, reason, digest } }),
    'correction-request': ({ id, version }, reason) =>
      call(askPublishedFigureCorrection, { params: { id }, body: { version, reason } }),
    withdrawal: ({ id, version }, reason) =>
      call(withdrawPublishedFigure, { params: { id }, body: { version, ...(reason !== '' && { reason }) } }),
    delete: ({ id, version }) => call(deletePublishedFigure, { params: { id }, querystring: { version } }),
  },
} as const satisfies Readonly<Record<string, MoveCalls>>
export type FiledKind = keyof typeof moves
const isFiled = (kind: string): kind is FiledKind => kind in moves

/** One milestone event, narrative or published figure: what it says, what happened to it, and what may be done with it. */
export function FilingPage() {
  const { kind, id } = useParams({ from: '/filings/$kind/$id' })
  return isFiled(kind) ? <Filed kind={kind} id={id} /> : <NotFound />
}

function Filed({ kind, id }: { kind: FiledKind; id: string }) {
  const says = useWords(filingWords)
  const goal = useWords(goalWords)
  const text = useText()
  const query = useQuery(filingQuery(kind, id))
  const [done, setDone] = useState<string | null>(null)
  useTitle(says.kinds[kind])
  return (
    <AntFrame>
      <QueryState query={query}>
        {({ filing, digest, history }) => (
          <section className="filing-page">
            <p className="label">
              {says.kinds[kind]} ·{' '}
              <Link to="/goals/$goal" params={{ goal: filing.indicator }}>
                {filing.goal}
              </Link>
            </p>
            <h1>
              {filing.title} {filing.demo && <Demo />}
            </h1>
            <p>
              <EntryStateMark state={filing.state} /> <span className="second">{text(filing.unit.name)}</span>{' '}
              <span className="second">
                {says.recordedBy} {filing.recorder.name}
                {filing.approver !== null && `，${says.approvedBy} ${filing.approver.name}`}
              </span>
            </p>
            {filing.correctionReason !== null && (
              <p className="second">
                {says.correctionReason}：{filing.correctionReason}
              </p>
            )}
            {filing.returnReason !== null && (
              <p className="wrong">
                {says.returnReason}：{filing.returnReason}
              </p>
            )}
            <CorrectionAsked asked={filing.correctionAsked} />
            <FilingContent filing={filing} />
            {done !== null && <Notice kind="done" title={done} />}
            <FilingMoves filing={{ ...filing, digest }} calls={moves[kind]} />
            <ChangeFiling filing={filing} settled={setDone} />
            <EvidenceList subject={{ subjectKind: 'filing', subject: filing.id }} />
            <h2>{goal.history}</h2>
            <FilingHistory history={history} />
          </section>
        )}
      </QueryState>
    </AntFrame>
  )
}
