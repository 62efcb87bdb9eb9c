import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { host, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const publicUrl = 'https://xushi.example.gov.cn'
let whole: WholeApp
let web: string

beforeAll(async () => {
  web = await mkdtemp(path.join(tmpdir(), 'xushi-web-'))
  await mkdir(path.join(web, 'assets'))
  await writeFile(path.join(web, 'index.html'), '<!doctype html><title>序时</title>')
  await writeFile(path.join(web, 'assets', 'main-abc123.js'), 'export {}')
  await writeFile(path.join(web, 'assets', 'main-abc123.js.br'), 'brotli')
  await writeFile(path.join(web, 'assets', 'main-abc123.js.gz'), 'gzip')
  await writeFile(path.join(web, '.sources'), 'digest')
  whole = await wholeApp({ web, publicUrl })
})
afterAll(async () => {
  await whole.close()
  await rm(web, { recursive: true, force: true })
})

const expected = {
  'content-security-policy': expect.stringMatching(
    /default-src 'self'; script-src 'self';.*object-src 'none'; base-uri 'none';.*frame-ancestors 'none'/,
  ),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
}

describe('the security headers', () => {
  it.each([
    { url: '/', status: 200 },
    { url: '/indicators/secondary-nodes', status: 200 },
    { url: '/assets/main-abc123.js', status: 200 },
    { url: '/assets/nothing.js', status: 404 },
    { url: '/api/programmes', status: 200 },
    { url: '/api/nothing', status: 404 },
    { url: '/api/progress-entries', status: 401 },
    { url: '/api/session/password', status: 405 },
    { url: '/api/programmes/miit-2020-8/dashboard?on=x', status: 400 },
    { url: '/docs', status: 200 },
    { url: '/openapi.json', status: 200 },
    { url: '/%', status: 400 },
    { url: `/api/indicators/${'x'.repeat(300)}`, status: 404 },
  ])('stand on $url ($status)', async ({ url, status }) => {
    const answer = await whole.app.inject({ url, headers: { host, accept: 'text/html,*/*' } })
    expect(answer.statusCode).toBe(status)
    expect(answer.headers).toMatchObject(expected)
    expect(answer.headers['x-powered-by']).toBeUndefined()
  })

  it('stand on a fault, which tells nothing of what went wrong', async () => {
    const broken = await wholeApp({ people: false, publicUrl })
    await broken.store.close()
    const answer = await broken.nobody.get('/api/programmes', { 'accept-language': 'en' })
    expect(answer.status).toBe(500)
    expect(answer.headers).toMatchObject(expected)
    expect(answer.body).toEqual({
      type: 'urn:xushi:problem:fault',
      title: 'Something went wrong here',
      status: 500,
      detail: expect.stringMatching(/\(reference [0-9a-f]{8}\)/),
      instance: '/api/programmes',
    })
    expect((await broken.nobody.get('/readyz')).status).toBe(503)
    expect((await broken.nobody.get('/healthz')).status).toBe(200)
    await broken.app.close()
    await rm(broken.home, { recursive: true, force: true })
  })

  it.each([
    {
      case: 'two lengths',
      lines: ['POST /api/session HTTP/1.1', 'Host: x', 'Content-Length: 1', 'Content-Length: 2', '', 'ab'],
    },
    {
      case: 'a length and chunks',
      lines: [
        'POST /api/session HTTP/1.1',
        'Host: x',
        'Content-Length: 4',
        'Transfer-Encoding: chunked',
        '',
        '0',
        '',
        '',
      ],
    },
    { case: 'no HTTP at all', lines: ['hello', '', ''] },
    { case: 'no host', lines: ['GET / HTTP/1.1', '', ''] },
  ])('stand on the answer to $case, which closes the connection', async ({ lines }) => {
    await whole.app.listen({ host: '127.0.0.1', port: 0 }).catch(() => undefined)
    const address = whole.app.server.address()
    if (address === null || typeof address === 'string') throw new Error('not listening')
    const text = await exchange(address.port, lines.join('\r\n'))
    expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
    expect(text.toLowerCase()).toContain('connection: close')
  })
})

/** Sends bytes as they are and gives everything that comes back until the other side closes. */
function exchange(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let heard = ''
    socket.setTimeout(5000, () => reject(new Error(`still open after: ${heard}`)))
    socket.on('data', (chunk) => {
      heard += chunk
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(heard))
  })
}

describe('the pages', () => {
  const get = (url: string, headers: Record<string, string> = {}) =>
    whole.app.inject({ url, headers: { host, ...headers } })

  it('come for every address that a person may have kept, and are asked for anew each time', async () => {
    for (const url of ['/', '/index.html', '/indicators/secondary-nodes?on=2020-10-29', '/first-administrator']) {
      const answer = await get(url, { accept: 'text/html' })
      expect([url, answer.statusCode, answer.headers['cache-control']]).toEqual([url, 200, 'no-cache'])
      expect(answer.payload).toContain('<title>序时</title>')
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    }
  })

  it.each([
    '/.git/config',
    '/.env',
    '/indicators/.git/config',
    '/indicators/%2e%2e/x',
    '/API/session',
    '/api/nothing',
    '/wp-admin/',
    '/Indicators',
    '//etc/passwd',
    '/assets/nothing.js',
    '/index.php',
  ])('are none at %s', async (url) => {
    for (const accept of ['text/html', '*/*']) {
      const answer = await get(url, { accept })
      expect([accept, answer.statusCode]).toEqual([accept, 404])
    }
    expect((await get(url)).headers['content-type']).toContain('application/problem+json')
  })

  it('tell a person who mistyped an address so themselves', async () => {
    const answer = await get('/indicatros', { accept: 'text/html,*/*' })
    expect(answer.statusCode).toBe(404)
    expect(answer.payload).toContain('<title>序时</title>')
  })

  it('come compressed as they were built, and for ever where their name holds their digest', async () => {
    const plain = await get('/assets/main-abc123.js')
    expect(plain.payload).toBe('export {}')
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const brotli = await get('/assets/main-abc123.js', { 'accept-encoding': 'gzip, br' })
    expect([brotli.payload, brotli.headers['content-encoding']]).toEqual(['brotli', 'br'])
    expect(brotli.headers['content-type']).toContain('javascript')
    expect(brotli.headers.vary).toContain('Accept-Encoding')
    const gzip = await get('/assets/main-abc123.js', { 'accept-encoding': 'gzip' })
    expect([gzip.payload, gzip.headers['content-encoding']]).toEqual(['gzip', 'gzip'])
  })

  it.each([
    '/../../../etc/passwd',
    '/..%2f..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%252f..%252fetc/passwd',
    '/..%5c..%5cetc%5cpasswd',
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '//etc/passwd',
    '/.sources',
    '/.git/config',
    '/assets/',
    '/package.json',
    '/main.ts',
  ])('give nothing else away: %s', async (url) => {
    const answer = await get(url)
    expect(answer.payload).not.toMatch(/root:|"dependencies"|digest/)
    if (answer.statusCode === 200) expect(answer.payload).toContain('<title>序时</title>')
  })
})
