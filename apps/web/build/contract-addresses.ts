import { type Plugin, parseSync } from 'vite'

type Span = { readonly start: number; readonly end: number }
type Edit = Span & { readonly words: string }
type Property = Span & { readonly type: string; readonly key?: { readonly type: string; readonly name?: string } }

/**
 * A module of the contract without the schemas of its routes. The pages call a route by its method and address and know its shape
 * from the types alone; the schemas are for the server, which checks with them. What then is read by nobody may be left out: a
 * module of the contract makes values and does nothing else, so each of its calls is marked as pure.
 *
 * @param code JavaScript, its types already gone
 */
export function withoutSchemas(code: string): string {
  const { body } = parseSync('contract.js', code).program
  const schemas = body.flatMap((statement): readonly Span[] => {
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration') return []
    return statement.declaration.declarations.flatMap(({ init }) =>
      init?.type === 'ObjectExpression' ? schemasOf(init.properties as readonly Property[]) : [],
    )
  })
  const calls = callsIn(body).filter((at) => !schemas.some(({ start, end }) => at >= start && at < end))
  const edits: readonly Edit[] = [
    ...schemas.map((span) => ({ ...span, words: '' })),
    ...calls.map((at) => ({ start: at, end: at, words: '/* @__PURE__ */ ' })),
  ]
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, { start, end, words }) => rest.slice(0, start) + words + rest.slice(end), code)
}

/** Where the calls under a node of the syntax tree begin. */
function callsIn(node: unknown): readonly number[] {
  if (Array.isArray(node)) return node.flatMap(callsIn)
  if (typeof node !== 'object' || node === null) return []
  const below = Object.values(node).flatMap(callsIn)
  return 'type' in node && node.type === 'CallExpression' && 'start' in node ? [Number(node.start), ...below] : below
}

/** From the end of the property before to the end of `schema` itself, so that no comma is left over. A route has others before it. */
function schemasOf(properties: readonly Property[]): readonly Span[] {
  const names = properties.map(({ key }) => (key?.type === 'Identifier' ? key.name : undefined))
  const isRoute = names.includes('method') && names.includes('url')
  const index = names.indexOf('schema')
  const [before, schema] = [properties[index - 1], properties[index]]
  return !isRoute || before === undefined || schema === undefined ? [] : [{ start: before.end, end: schema.end }]
}

/** Leaves the schemas of the contract out of the pages. */
export const contractAddresses: Plugin = {
  name: 'contract-addresses',
  apply: 'build',
  enforce: 'post',
  transform: {
    filter: { id: /packages\/contract\/src\/[\w-]+\.ts$/ },
    handler: (code) => ({ code: withoutSchemas(code), map: null }),
  },
}
