import { CallFailed, problemOf } from './call.ts'

/**
 * Asks for a file and saves it under the name that the api gives it. Unlike a link it speaks the language of the page and tells
 * a refusal as a sentence.
 *
 * @throws CallFailed with the problem the api answered, or with null when no answer came
 */
export async function saveFile(address: string): Promise<void> {
  const headers = { 'accept-language': document.documentElement.lang }
  const response = await fetch(address, { credentials: 'same-origin', headers }).catch((cause: unknown) => {
    throw new CallFailed(null, { cause })
  })
  if (!response.ok) throw new CallFailed(problemOf(await response.json().catch(() => null)))
  saveBlob(await response.blob(), nameIn(response.headers.get('content-disposition') ?? ''))
}

/** Saves what was made or loaded here as a file. */
export function saveBlob(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** The whole name of RFC 8187 in a content-disposition. */
const nameIn = (disposition: string) => decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? '')
