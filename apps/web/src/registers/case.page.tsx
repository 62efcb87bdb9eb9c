import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import {
  approveCase,
  askCaseCorrection,
  type CaseDetail,
  deleteCase,
  returnCase,
  submitCase,
  withdrawCase,
} from '@xushi/contract'
import { call } from '../api/call.ts'
import { caseQuery } from '../api/queries.ts'
import { AntFrame } from '../app/ant-frame.tsx'
import { useTitle } from '../app/title.ts'
import { EvidenceList } from '../evidence/evidence-list.tsx'
import { FilingHistory } from '../filings/filing-history.tsx'
import { FilingMoves, type MoveCalls } from '../filings/filing-moves.tsx'
import { useText, useWords } from '../language/language.tsx'
import { QueryState } from '../states/states.tsx'
import { registerWords } from './registers.words.ts'
import './registers.css'
import { CaseFieldValues, CaseLinks, CaseSection, CaseTrack } from './case-content.tsx'
import { CaseHead } from './case-head.tsx'
import { LeavePanel } from './leave-panel.tsx'
import { MergePanel } from './merge-panel.tsx'
import { PromotePanel } from './promote-panel.tsx'

const calls: MoveCalls = {
  submission: ({ id, version }) => call(submitCase, { params: { id }, body: { version } }),
  approval: ({ id, version, digest }) => call(approveCase, { params: { id }, body: { version, digest } }),
  return: ({ id, version, digest }, reason) => call(returnCase, { params: { id }, body: { version, reason, digest } }),
  'correction-request': ({ id, version }, reason) =>
    call(askCaseCorrection, { params: { id }, body: { version, reason } }),
  delete: ({ id, version }) => call(deleteCase, { params: { id }, querystring: { version } }),
}
/** A waiting case is taken back; an approved one leaves from a day on, which asks for more. */
const takingBack: MoveCalls = {
  ...calls,
  withdrawal: ({ id, version }) => call(withdrawCase, { params: { id }, body: { version } }),
}

/** One case: what it says, where it is on its way, the lists it is in, and everything that happened to it. */
export function CasePage() {
  const says = useWords(registerWords)
  const { id } = useParams({ from: '/cases/$id' })
  const query = useQuery(caseQuery(id))
  useTitle(query.data?.case.title ?? says.case)
  return (
    <AntFrame>
      <QueryState query={query}>{(detail) => <Content detail={detail} />}</QueryState>
    </AntFrame>
  )
}

function Content({ detail }: { detail: CaseDetail }) {
  const says = useWords(registerWords)
  const text = useText()
  const navigate = useNavigate()
  const { case: one, register } = detail
  const isApproved = one.state === 'approved'
  return (
    <>
      <CaseHead detail={detail} />
      <div className="case-columns">
        <div>
          <CaseSection title={says.track}>
            <CaseTrack detail={detail} />
          </CaseSection>
          <CaseSection title={says.fields}>
            <CaseFieldValues detail={detail} />
          </CaseSection>
          {detail.lists.length > 0 && (
            <CaseSection title={says.lists}>
              <CaseLinks cases={detail.lists} />
            </CaseSection>
          )}
          {detail.merged.length > 0 && (
            <CaseSection title={says.merged}>
              <CaseLinks cases={detail.merged} />
            </CaseSection>
          )}
          {one.source === null && <EvidenceList subject={{ subjectKind: 'filing', subject: one.id }} />}
          <CaseSection title={says.history} hint={says.versions(detail.versions.length)}>
            <FilingHistory history={detail.history} names={namesIn(register, text)} />
          </CaseSection>
        </div>
        <aside className="no-print">
          <FilingMoves
            filing={{ ...one, digest: detail.digest }}
            calls={isApproved ? calls : takingBack}
            after={() => navigate({ to: '/registers/$register', params: { register: register.id } })}
          />
          {(one.moves.includes('edit') || one.moves.includes('correction')) && (
            <p className="choices">
              <Link className="button" to="/cases/$id/edit" params={{ id: one.id }}>
                {isApproved ? says.correct : says.edit}
              </Link>
            </p>
          )}
          {one.moves.includes('promotion') && <PromotePanel detail={detail} />}
          {isApproved && one.moves.includes('withdrawal') && <LeavePanel one={one} />}
          {one.moves.includes('merger') && <MergePanel one={one} />}
        </aside>
      </div>
    </>
  )
}

/** How the fields, stages and choices of a register are called, by their ids. */
function namesIn({ fields, stages }: CaseDetail['register'], text: ReturnType<typeof useText>) {
  const called = [...fields, ...fields.flatMap(({ choices }) => choices), ...stages]
  return Object.fromEntries(called.map(({ id, name }) => [id, text(name)]))
}
