import fastifyPlugin from 'fastify-plugin'
import { Refusal } from '../problems/refusal.ts'

/**
 * Control characters but tab and line ends, and marks that turn the direction of writing: the first cannot be stored everywhere,
 * the others make a text read as something that it is not.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what is looked for
const refused = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/

/** Refuses bodies whose texts hold characters that nobody types on purpose. After the schema, which keeps them shallow. */
export const plainTextPlugin = fastifyPlugin(
  async (app) => {
    app.addHook('preHandler', (request, _reply, done) => {
      const pointer = request.body === undefined ? null : hidden(request.body, '')
      done(pointer === null ? undefined : new Refusal('hidden-characters', { pointer }))
    })
  },
  { name: 'plain-text' },
)

/** JSON Pointer of the first text (or name) with such a character; null when there is none. */
function hidden(value: unknown, pointer: string): string | null {
  if (typeof value === 'string') return refused.test(value) ? pointer : null
  if (typeof value !== 'object' || value === null) return null
  for (const [name, member] of Object.entries(value)) {
    if (refused.test(name)) return pointer
    const found = hidden(member, `${pointer}/${name}`)
    if (found !== null) return found
  }
  return null
}
