import { type Answer, checked } from './answer.ts'
import { host, type Someone, type WholeApp } from './whole-app.ts'

type Subject = { readonly subjectKind?: 'filing' | 'progress-entry'; readonly subject: string }
type File = { readonly name: string; readonly content: Buffer; readonly type?: string }

/** A PDF of one empty page, different for each text. */
export const pdf = (text: string): Buffer =>
  Buffer.from(
    `%PDF-1.4\n% ${text}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj ` +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  )

/** Uploads a file behind a filing (or an entry), as a browser's form does. */
export async function attached(
  whole: WholeApp,
  who: Someone,
  { subjectKind = 'filing', subject }: Subject,
  file: File,
): Promise<Answer> {
  const url = `/api/evidence?subjectKind=${subjectKind}&subject=${subject}`
  return checked(whole.app, 'POST', url, await whole.app.inject(upload(url, whole.cookieOf(who), file)))
}

/** The request of an upload, for tests that break it. */
export function upload(url: string, cookie: string, { name, content, type = 'application/octet-stream' }: File) {
  const edge = 'the-edge-of-parts'
  const head = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`
  return {
    method: 'POST' as const,
    url,
    headers: { host, origin: `http://${host}`, cookie, 'content-type': `multipart/form-data; boundary=${edge}` },
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${edge}--\r\n`)]),
  }
}
