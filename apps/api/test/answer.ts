import type { RouteContract } from '@xushi/contract'
import { Ajv, type ValidateFunction } from 'ajv'
import type { LightMyRequestResponse } from 'fastify'
import type { App } from '../src/app.ts'
import { contracts } from '../src/contracts.ts'

/** An answer, with its JSON read where it is JSON. */
export type Answer = {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers whose shape the contract has just checked
  readonly body: any
  readonly text: string
  readonly bytes: Buffer
  readonly headers: LightMyRequestResponse['headers']
  readonly raw: LightMyRequestResponse
}

const ajv = new Ajv({ allErrors: true, strict: false })
const compiled = new Map<object, ValidateFunction>()

/** Holds an answer against the contract of its address: the right shape for its status, no field besides. */
export function checked(_app: App, method: string, url: string, raw: LightMyRequestResponse): Answer {
  const type = String(raw.headers['content-type'] ?? '')
  const isJson = /\bjson\b/.test(type) && raw.headers['content-encoding'] === undefined
  const body = isJson && raw.rawPayload.length > 0 ? raw.json() : null
  const schema = schemaFor(method, url, raw.statusCode)
  if (schema !== undefined && isJson) {
    const validate = compiled.get(schema) ?? ajv.compile(schema)
    compiled.set(schema, validate)
    if (!validate(body)) {
      const errors = validate.errors
        ?.slice(0, 5)
        .map(({ instancePath, message, params }) => [instancePath, message, params])
      throw new Error(`${method} ${url} answered ${raw.statusCode} against its contract: ${JSON.stringify(errors)}`)
    }
  }
  return { status: raw.statusCode, body, text: raw.payload, bytes: raw.rawPayload, headers: raw.headers, raw }
}

function schemaFor(method: string, url: string, status: number): object | undefined {
  const path = url.split('?', 1)[0] ?? ''
  const contract = contracts.find((candidate) => candidate.method === method && matches(candidate, path))
  const { response } = contract?.schema ?? {}
  return response?.[status] ?? (status >= 400 && status < 500 ? response?.['4xx'] : undefined)
}

function matches({ url }: RouteContract, path: string): boolean {
  return new RegExp(`^${url.replaceAll(/:[a-z]+/gi, '[^/]+')}$`).test(path)
}
