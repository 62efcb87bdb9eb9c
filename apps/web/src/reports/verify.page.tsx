import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReportVerification, verifyReport } from '@xushi/contract'
import { Button, Input, Upload } from 'antd'
import { useState } from 'react'
import { addressOf, CallFailed, problemOf } from '../api/call.ts'
import { AntFrame } from '../app/ant-frame.tsx'
import { useTitle } from '../app/title.ts'
import { useWords } from '../language/language.tsx'
import { Notice, ProblemState } from '../states/states.tsx'
import { reportsWords } from './reports.words.ts'
import { verifyWords } from './verify.words.ts'
import './reports.css'

/** 核验: a report by its number or its file, held against the ledger. */
export function VerifyPage() {
  const says = useWords(verifyWords)
  const archive = useWords(reportsWords)
  const [number, setNumber] = useState('')
  useTitle(says.title)
  const checking = useMutation({ mutationFn: verified })
  return (
    <AntFrame>
      <p className="second no-print">
        <Link to="/reports">{archive.toList}</Link>
      </p>
      <h1>{says.title}</h1>
      <p className="second reports-intro">{says.intro}</p>
      <form
        className="verify-number no-print"
        onSubmit={(event) => {
          event.preventDefault()
          if (number.trim() !== '') checking.mutate({ number: number.trim() })
        }}
      >
        <label>
          <span>{says.number}</span>
          <Input
            value={number}
            maxLength={60}
            placeholder={says.numberHint}
            onChange={({ target }) => setNumber(target.value)}
          />
        </label>
        <Button type="primary" htmlType="submit" disabled={number.trim() === ''} loading={checking.isPending}>
          {says.check}
        </Button>
      </form>
      <div className="verify-file no-print">
        <Upload.Dragger
          accept=".docx,.pdf,.xlsx,.csv,.json"
          showUploadList={false}
          disabled={checking.isPending}
          beforeUpload={(file) => {
            checking.mutate({ file })
            return false
          }}
        >
          <p>{says.drop}</p>
          <p className="second">{says.dropHint}</p>
        </Upload.Dragger>
      </div>
      <div aria-live="polite">
        {checking.isPending && <p>{says.checking}</p>}
        {checking.isError && <ProblemState error={checking.error} />}
        {checking.isSuccess && <Verdict found={checking.data} />}
      </div>
    </AntFrame>
  )
}

type Asked = { readonly number: string } | { readonly file: Blob }

/** @throws CallFailed with the problem the api answered, or with null when no answer came */
async function verified(asked: Asked): Promise<ReportVerification> {
  const querystring = 'number' in asked ? { number: asked.number } : {}
  const form = new FormData()
  if ('file' in asked) form.append('file', asked.file)
  const response = await fetch(addressOf(verifyReport, { querystring }), {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'accept-language': document.documentElement.lang },
    ...('file' in asked && { body: form }),
  }).catch((cause: unknown) => {
    throw new CallFailed(null, { cause })
  })
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) throw new CallFailed(problemOf(body))
  return body as ReportVerification
}

function Verdict({ found }: { found: ReportVerification }) {
  const says = useWords(verifyWords)
  const archive = useWords(reportsWords)
  const { verdict, report, digest, knownAt, files, differences, more } = found
  return (
    <section className="verdict">
      <Notice kind={verdict === 'same' ? 'empty' : 'warning'} title={verdict === 'same' ? says.same : says.differs} />
      {verdict === 'differs' && files.every(({ state }) => state === 'sound') && <p>{says.untouched}</p>}
      <dl className="report-facts">
        <div>
          <dt>{says.isOf}</dt>
          <dd>
            {report === null ? (
              says.notInArchive
            ) : (
              <Link to="/reports/$id" params={{ id: report.id }}>
                {report.title} <span lang="zh-CN">{report.number}</span> {archive.states[report.state]}
              </Link>
            )}
          </dd>
        </div>
        <div>
          <dt>{says.knownAt}</dt>
          <dd>{knownAt}</dd>
        </div>
        <div>
          <dt>{says.named}</dt>
          <dd>{digest.named}</dd>
        </div>
        <div>
          <dt>{says.made}</dt>
          <dd>{digest.made}</dd>
        </div>
        <div>
          <dt>{says.files}</dt>
          <dd>{files.map(({ format, state }) => `${format.toUpperCase()} ${says.fileStates[state]}`).join('；')}</dd>
        </div>
      </dl>
      {differences.length > 0 && (
        <div className="scroll-x">
          <table className="differences">
            <thead>
              <tr>
                <th>{says.expected}</th>
                <th>{says.found}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ expected, found: said }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list of an answer does not change
                <tr key={index}>
                  <td>{expected ?? says.gone}</td>
                  <td>{said ?? says.gone}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more > 0 && <p>{says.more(more)}</p>}
    </section>
  )
}
