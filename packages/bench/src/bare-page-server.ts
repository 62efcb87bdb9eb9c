import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import fastify from 'fastify'
import { build } from 'vite'

export type BarePage = { readonly address: string; readonly close: () => Promise<void> }

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** Builds the page of 12 Recharts charts as anybody would, and sends its files from memory, each compressed at its best. */
export async function startBarePage(): Promise<BarePage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'xushi-bare-page-'))
  const app = fastify()
  try {
    await build({
      configFile: false,
      root: path.join(import.meta.dirname, 'bare-page'),
      logLevel: 'error',
      build: { target: 'es2023', outDir: folder, emptyOutDir: true, reportCompressedSize: false },
    })
    for (const name of await readdir(folder, { recursive: true })) {
      const type = types[path.extname(name)]
      if (type === undefined) continue
      const bytes = brotliCompressSync(await readFile(path.join(folder, name)))
      const headers = { 'content-type': `${type}; charset=utf-8`, 'content-encoding': 'br' }
      app.get(name === 'index.html' ? '/' : `/${name}`, (_request, reply) => reply.headers(headers).send(bytes))
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return { address: await app.listen({ host: '127.0.0.1', port: 0 }), close: async () => void (await app.close()) }
}
