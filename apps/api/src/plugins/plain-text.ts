import fastifyPlugin from 'fastify-plugin'
import { Refusal } from '../problems/refusal.ts'

/**
 * What nobody sees in a text: control characters but tab and line ends, which cannot be stored everywhere; signs without width and marks
 * that turn the direction of writing, which make two names look like one; and letters that are drawn as a blank.
 */
export const hiddenCharacter = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/u

/** Refuses bodies whose texts hold characters that nobody types on purpose. After the schema, which keeps them shallow. */
export const plainTextPlugin = fastifyPlugin(
  async (app) => {
    app.addHook('preHandler', (request, _reply, done) => {
      const found = request.body === undefined ? null : hidden(request.body, '')
      done(found === null ? undefined : new Refusal('hidden-characters', found))
    })
  },
  { name: 'plain-text' },
)

type Hidden = { readonly pointer: string; readonly place: number; readonly sign: string }

/** The first such character of a text (or name): where the text stands, which character of it, and which sign; null when there is none. */
function hidden(value: unknown, pointer: string): Hidden | null {
  if (typeof value === 'string') return hiddenIn(value, pointer)
  if (typeof value !== 'object' || value === null) return null
  for (const [name, member] of Object.entries(value)) {
    const inName = hiddenIn(name, pointer)
    if (inName !== null) return inName
    const found = hidden(member, `${pointer}/${name}`)
    if (found !== null) return found
  }
  return null
}

function hiddenIn(text: string, pointer: string): Hidden | null {
  const found = hiddenCharacter.exec(text)
  if (found === null) return null
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return { pointer, place: [...text.slice(0, found.index)].length + 1, sign: `U+${code}` }
}
