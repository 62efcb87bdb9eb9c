import { attachEvidence } from '@xushi/contract'
import { addressOf, CallFailed, type Problem } from '../api/call.ts'

export type Subject = { readonly subjectKind: 'progress-entry' | 'filing'; readonly subject: string }

/** Uploads one file and tells how far it is, 0 to 100. `fetch` does not tell; this request does. @throws CallFailed */
export function upload(subject: Subject, file: File, progress: (percent: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', addressOf(attachEvidence, { querystring: subject }))
    request.setRequestHeader('accept-language', document.documentElement.lang)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => progress(total === 0 ? 0 : Math.floor((loaded / total) * 100))
    request.onerror = () => reject(new CallFailed(null))
    request.onabort = () => reject(new CallFailed(null))
    request.onload = () => {
      if (request.status === 201) resolve()
      else reject(new CallFailed((request.response as Problem | null) ?? null))
    }
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}
