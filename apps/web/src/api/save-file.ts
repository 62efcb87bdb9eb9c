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
  const content = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = content
  link.download = nameIn(response.headers.get('content-disposition') ?? '')
  link.click()
  URL.revokeObjectURL(content)
}

/** The whole name of RFC 8187 in a content-disposition. */
const nameIn = (disposition: string) => decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? '')
