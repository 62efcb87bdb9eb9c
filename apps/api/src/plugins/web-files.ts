import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { type Sources, viewNow } from '../catalogue/catalogue-now.ts'
import { Refusal } from '../problems/refusal.ts'
import { pagePreloads } from './page-preloads.ts'

/** Addresses that never show a page: a missing one is a problem for a program, not a page for a person. */
const programAddress = /^\/(?:api|docs|healthz|readyz|metrics|openapi\.json)(?:\/|$)/

type Options = { readonly folder: string; readonly sources: Sources }

/**
 * The pages: the built files with their compressed copies, and `index.html` for every address that a person may have typed
 * or kept. One route for each file that exists, made at the start: a path that is none of them reaches no disk.
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
    if (!wantsPage(request)) throw new Refusal('unknown-address')
    return reply.sendFile('index.html')
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

function wantsPage({ url, headers }: FastifyRequest): boolean {
  const [address = '/'] = url.split('?', 1)
  if (programAddress.test(address) || path.posix.extname(address) !== '') return false
  return headers.accept === undefined || headers.accept.includes('text/html') || headers.accept.includes('*/*')
}
