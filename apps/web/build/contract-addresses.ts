import { type Plugin, parseSync } from 'vite'

type Span = { readonly start: number; readonly end: number }
type Edit = Span & { readonly words: string }
type Node = Span & { readonly type: string; readonly properties?: unknown }
type Name = Node & { readonly name?: string }
type Call = Node & { readonly callee: Name; readonly arguments: readonly Name[] }
type Property = Span & { readonly type: string; readonly key?: { readonly type: string; readonly name?: string } }

/**
 * A module of the contract without the schemas of its routes. The pages call a route by its method and address and know its shape
 * from the types alone; the schemas are for the server, which checks with them. What then is read by nobody may be left out: a
 * module of the contract makes values and does nothing else, so each of its calls is marked as pure.
 *
 * A function that makes routes is handed shapes for their schemas alone. A shape has a capital, and so does each function that makes
 * one; where any other is called with a shape, it is called without.
 *
 * @param code JavaScript, its types already gone
 */
export function withoutSchemas(code: string): string {
  const nodes = nodesIn(parseSync('contract.js', code).program.body)
  const schemas = nodes.flatMap((node) =>
    node.type === 'ObjectExpression' ? schemasOf(node.properties as readonly Property[]) : [],
  )
  const isKept = ({ start }: Span) => !schemas.some((schema) => start >= schema.start && start < schema.end)
  const calls = nodes.filter(isCall).filter(isKept)
  const edits: readonly Edit[] = [
    ...schemas.map((span) => ({ ...span, words: '' })),
    ...calls.map(({ start }) => ({ start, end: start, words: '/* @__PURE__ */ ' })),
    ...calls.flatMap(shapesOf).map((span) => ({ ...span, words: 'undefined' })),
  ]
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, { start, end, words }) => rest.slice(0, start) + words + rest.slice(end), code)
}

const isCall = (node: Node): node is Call => node.type === 'CallExpression'

/** Each node of a syntax tree. */
function nodesIn(tree: unknown): readonly Node[] {
  if (Array.isArray(tree)) return tree.flatMap(nodesIn)
  if (typeof tree !== 'object' || tree === null) return []
  const below = Object.values(tree).flatMap(nodesIn)
  // A node of the parser: everything else in its tree has no type.
  return 'type' in tree && 'start' in tree ? [tree as Node, ...below] : below
}

/**
 * From the end of the property before to the end of `schema` itself, so that no comma is left over. A route has others before it, or
 * is another route with something changed.
 */
function schemasOf(properties: readonly Property[]): readonly Span[] {
  const names = properties.map(({ key }) => (key?.type === 'Identifier' ? key.name : undefined))
  const isRoute = (names.includes('method') && names.includes('url')) || properties[0]?.type === 'SpreadElement'
  const index = names.indexOf('schema')
  const [before, schema] = [properties[index - 1], properties[index]]
  return !isRoute || before === undefined || schema === undefined ? [] : [{ start: before.end, end: schema.end }]
}

/** The shapes that a function is called with which makes none itself. */
function shapesOf({ callee, arguments: given }: Call): readonly Span[] {
  const isShape = ({ type, name = '' }: Name) => type === 'Identifier' && /^[A-Z]/.test(name)
  return callee.type !== 'Identifier' || isShape(callee) ? [] : given.filter(isShape)
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
