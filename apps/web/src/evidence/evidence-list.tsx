import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { downloadEvidence, removeEvidence } from '@xushi/contract'
import { shanghaiTime } from '@xushi/wording'
import { Popconfirm } from 'antd'
import { useRef, useState } from 'react'
import { addressOf, call } from '../api/call.ts'
import { evidenceQuery } from '../api/queries.ts'
import { useWords } from '../language/language.tsx'
import { ProblemState } from '../states/states.tsx'
import { evidenceWords } from './evidence.words.ts'
import { fileEndings } from './evidence-picker.tsx'
import { type Subject, upload } from './upload.ts'
import './evidence.css'

/** 佐证材料 of an entry or a filing: to download, and while it is being written to add and take away. */
export function EvidenceList({ subject }: { subject: Subject }) {
  const says = useWords(evidenceWords)
  const client = useQueryClient()
  const { data } = useQuery(evidenceQuery(subject))
  const removing = useMutation({
    mutationFn: (id: string) => call(removeEvidence, { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['evidence'] }),
  })
  if (data === undefined) return null
  return (
    <section className="evidence">
      <div className="section-head">
        <h2>{says.title}</h2>
      </div>
      {data.evidence.length === 0 && <p className="second">{says.none}</p>}
      <ul>
        {data.evidence.map(({ id, name, size, uploadedBy, uploadedAt, sha256, file, mayRemove }) => (
          <li key={id}>
            <a href={addressOf(downloadEvidence, { params: { id } })} download title={sha256}>
              {name}
            </a>
            <span className="label">
              {sizeText(size)} · {uploadedBy.name} · {shanghaiTime(uploadedAt)}
            </span>
            {file !== 'sound' && <strong className="evidence-lost">{says[file]}</strong>}
            {mayRemove && (
              <Popconfirm title={says.sureRemove} onConfirm={() => removing.mutate(id)}>
                <button type="button" className="button quiet">
                  {says.remove}
                </button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      {removing.isError && <ProblemState error={removing.error} />}
      {data.mayAttach && <Upload subject={subject} />}
    </section>
  )
}

function Upload({ subject }: { subject: Subject }) {
  const says = useWords(evidenceWords)
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [percent, setPercent] = useState(0)
  const uploading = useMutation({
    mutationFn: (file: File) => upload(subject, file, setPercent),
    onSettled: () => {
      if (input.current !== null) input.current.value = ''
      return client.invalidateQueries({ queryKey: ['evidence'] })
    },
  })
  return (
    <div className="evidence-upload no-print">
      <label>
        {says.add}{' '}
        <input
          ref={input}
          type="file"
          accept={fileEndings}
          disabled={uploading.isPending}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            setPercent(0)
            if (file !== undefined) uploading.mutate(file)
          }}
        />
      </label>
      <p className="label">{says.hint}</p>
      {uploading.isPending && (
        <p role="status">
          <progress max={100} value={percent} /> {says.uploading(percent)}
        </p>
      )}
      {uploading.isError && <ProblemState error={uploading.error} />}
    </div>
  )
}

const sizeText = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1_048_576).toFixed(1)} MB`
