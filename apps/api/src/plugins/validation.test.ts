import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { contracts } from '../contracts.ts'

/** The server compiles a schema with the first request that needs it; here every one is compiled. */
describe('the schemas of the contract', () => {
  const ajv = new Ajv({ allErrors: true, strictTypes: false })
  const parts = contracts.flatMap(({ method, url, schema }) =>
    (['params', 'querystring', 'headers', 'body'] as const).flatMap((part) => {
      const found: unknown = Reflect.get(schema, part)
      return typeof found === 'object' && found !== null ? [{ name: `${method} ${url} ${part}`, schema: found }] : []
    }),
  )

  it('are there', () => {
    expect(parts.length).toBeGreaterThan(50)
  })

  it.each(parts)('compile: $name', ({ schema }) => {
    expect(ajv.compile(schema)).toBeTypeOf('function')
  })
})
