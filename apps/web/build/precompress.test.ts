import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { precompress } from './precompress.ts'

describe('precompress', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'xushi-precompress-'))
    mkdirSync(path.join(folder, 'assets'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('lays both forms beside a text file, also in a folder below', async () => {
    const file = path.join(folder, 'assets/index.js')
    const words = '序时进度 '.repeat(1000)
    writeFileSync(file, words)
    await precompress(folder)

    expect(brotliDecompressSync(readFileSync(`${file}.br`)).toString()).toBe(words)
    expect(gunzipSync(readFileSync(`${file}.gz`)).toString()).toBe(words)
  })

  it.each([
    ['small.css', 'p{}'],
    ['font.woff2', 'x'.repeat(5000)],
  ])('leaves %s as it is', async (name, text) => {
    writeFileSync(path.join(folder, name), text)
    await precompress(folder)
    expect(existsSync(path.join(folder, `${name}.br`))).toBe(false)
  })
})
