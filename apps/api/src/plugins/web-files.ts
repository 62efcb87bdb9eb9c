import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import { firstSegments } from '@xushi/contract'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { type Sources, viewNow } from '../catalogue/catalogue-now.ts'
import { Refusal } from '../problems/refusal.ts'
import { pagePreloads } from './page-preloads.ts'

const pageNames = new Set<string>(firstSegments)
/** Addresses that only programs ask for. */
const programAddress = /^\/(?:api|docs|healthz|readyz|metrics|openapi\.json|assets)(?:[/?]|$)/i

type Options = { readonly folder: string; readonly sources: Sources }

/**
 * The pages: the built files with their compressed copies, and `index.html` for every address that begins like
 * one of the pages; any other is none, and is answered as such. One route for each file that exists, made at the start: a path that is none of them reaches no disk.
 *
 * @param folder where the web was built; without an index.html in it, only the API is served
 */
export const webFiles: FastifyPluginAsync<Options> = async (app, { folder, sources }) => {
  if (!existsSync(path.join(folder, 'index.html'))) return
  const preloads = pagePreloads(folder)

  app.addHook('onRoute', (route) => {
    route.permission = 'public'
  })
  app.addHook('onRequest', async ({ url }, reply) => {
    if (preloads(url, undefined) === undefined) return
    const [first] = (await viewNow(sources)).programmes
    reply.header('link', preloads(url, first?.id))
  })
  await app.register(fastifyStatic, {
    root: folder,
    // It would look for the files with patterns, which takes longer than all other plugins together.
    serve: false,
    preCompressed: true,
    cacheControl: false,
    dotfiles: 'ignore',
    setHeaders: (reply, file) => {
      reply.headers({ 'cache-control': cacheControl(file), vary: 'Accept-Encoding' })
    },
  })
  for (const file of servedFiles(folder)) {
    app.get(`/${encodeURI(file)}`, { schema: { hide: true } }, (_request, reply) => reply.sendFile(file))
  }
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    if (isPage(request.url) && takesPage(request)) return reply.sendFile('index.html')
    // A person is told by the page itself, where the way back is; a program by a problem.
    if (programAddress.test(request.url) || !request.headers.accept?.includes('text/html')) {
      throw new Refusal('unknown-address')
    }
    return reply.code(404).sendFile('index.html')
  })
}

/** What is served by its own address: neither what is hidden nor the compressed copies. */
function servedFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.br') && !entry.name.endsWith('.gz'))
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)).split(path.sep).join('/'))
    .filter((file) => !file.split('/').some((part) => part.startsWith('.')))
}

/** Files under `assets` carry a digest of their content in their name and never change; the page itself may at any time. */
const cacheControl = (file: string) =>
  file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache'

/** Whether an address can be one of a page: none of them has a segment or a name as files have. */
function isPage(url: string): boolean {
  const [address = '/'] = url.split('?', 1)
  const [, first = '', ...rest] = address.split('/')
  if (first === '' && rest.length > 0) return false
  return (
    pageNames.has(first) && !rest.some((segment) => /^(?:\.|%2e)/i.test(segment)) && path.posix.extname(address) === ''
  )
}

const takesPage = ({ headers: { accept } }: FastifyRequest): boolean =>
  accept === undefined || accept.includes('text/html') || accept.includes('*/*')
