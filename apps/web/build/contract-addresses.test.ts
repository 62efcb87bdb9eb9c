import { describe, expect, it } from 'vitest'
import { withoutSchemas } from './contract-addresses.ts'

describe('withoutSchemas', () => {
  it('leaves method and address of a route', () => {
    const code = `export const show = { method: 'GET', url: '/api/x', permission: 'public', schema: { response: { 200: Type.String() } } }`
    expect(withoutSchemas(code)).toBe(`export const show = { method: 'GET', url: '/api/x', permission: 'public' }`)
  })

  it('leaves the rest as it is', () => {
    const code = [
      `import { Type } from 'typebox'`,
      `export const Shape = { schema: 1, more: Type.String() }`,
      `const inner = { url: 2, schema: 3 }`,
      `export const change = { method: 'POST', url: '/api/y', schema: inner, last: true }`,
    ]
    expect(withoutSchemas(code.join('\n')).replaceAll('/* @__PURE__ */ ', '')).toBe(
      [...code.slice(0, 3), `export const change = { method: 'POST', url: '/api/y', last: true }`].join('\n'),
    )
  })

  it('leaves out those of routes that a function makes, those of changed routes, and the shapes handed over for them', () => {
    const code = [
      `const moves = (path, answer) => ({ submit: { method: 'POST', url: path, schema: { body: answer } } })`,
      `const ours = moves('x', Case)`,
      `export const change = { ...ours.submit, schema: { ...ours.submit.schema, body: Closed(Case) } }`,
    ]
    expect(withoutSchemas(code.join('\n')).replaceAll('/* @__PURE__ */ ', '').split('\n')).toEqual([
      `const moves = (path, answer) => ({ submit: { method: 'POST', url: path } })`,
      `const ours = moves('x', undefined)`,
      `export const change = { ...ours.submit }`,
    ])
  })

  it('says of each schema that it may be left out when nobody reads it', () => {
    const code = `export const Page = Closed({ on: Nullable(Type.String()) })`
    expect(withoutSchemas(code)).toBe(
      `export const Page = /* @__PURE__ */ Closed({ on: /* @__PURE__ */ Nullable(/* @__PURE__ */ Type.String()) })`,
    )
  })
})
