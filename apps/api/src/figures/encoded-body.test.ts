import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { encodedBody, encodingFor } from './encoded-body.ts'

describe('encodingFor', () => {
  it.each([
    { header: undefined, encoding: 'identity' },
    { header: 'gzip, deflate, br, zstd', encoding: 'br' },
    { header: 'gzip', encoding: 'gzip' },
    { header: 'br;q=0, gzip;q=0.5', encoding: 'gzip' },
    { header: 'br;q=0.0', encoding: 'identity' },
    { header: 'brotli', encoding: 'identity' },
  ])('is $encoding for $header', ({ header, encoding }) => {
    expect(encodingFor(header)).toBe(encoding)
  })
})

describe('encodedBody', () => {
  const body = encodedBody({ name: '二级节点', value: null })
  const text = '{"name":"二级节点","value":null}'

  it('is the same text in every encoding', async () => {
    expect((await body.in('identity')).toString()).toBe(text)
    expect(brotliDecompressSync(await body.in('br')).toString()).toBe(text)
    expect(gunzipSync(await body.in('gzip')).toString()).toBe(text)
  })

  it('is compressed once', async () => {
    expect(await body.in('br')).toBe(await body.in('br'))
  })
})
