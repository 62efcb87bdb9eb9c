import { Ajv, type ValidateFunction } from 'ajv'
import type { FastifySchemaCompiler } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import type { TSchema } from 'typebox'

const strict = { allErrors: true, removeAdditional: false, useDefaults: false, strictTypes: false } as const

/**
 * Checks requests against their contracts. In a body, nothing is turned into something else: text is no number, null no
 * zero, and a misspelt field is refused. A query string knows only text, so there, and only there, numbers are read out of it.
 * Answers are written as they are: the framework's writer would turn a null into 0 where the schema says number.
 */
export const validationPlugin = fastifyPlugin(
  async (app) => {
    const exact = new Ajv({ ...strict, coerceTypes: false })
    const fromText = new Ajv({ ...strict, coerceTypes: true })
    const compile: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) =>
      compiledWhenUsed(httpPart === 'body' ? exact : fromText, schema)
    app.setValidatorCompiler(compile)
    app.setSerializerCompiler(() => JSON.stringify)
    app.addHook('onRequest', (request, _reply, done) => {
      const { headers } = request.raw
      const isEmpty = headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0
      // Many clients name a type with every DELETE. Where there is no body, its type is nobody's mistake.
      if (isEmpty) headers['content-type'] = undefined
      done()
    })
  },
  { name: 'validation' },
)

/** Compiled with the first request that needs it: all at once they would be a fifth of a start, and most are never asked for. */
function compiledWhenUsed(ajv: Ajv, schema: TSchema) {
  let check: ValidateFunction | undefined
  const checked: { (value: unknown): boolean; errors?: NonNullable<ValidateFunction['errors']> | null } = (value) => {
    check ??= ajv.compile(schema)
    const isValid = check(value)
    checked.errors = check.errors ?? null
    return isValid
  }
  return checked
}
