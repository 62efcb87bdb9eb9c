import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readCatalogue } from '@xushi/catalogue'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keptCatalogue } from './kept-catalogue.ts'

const data = path.resolve(import.meta.dirname, '../../../../data')

let home: string
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'xushi-kept-'))
})
afterEach(() => rm(home, { recursive: true }))

const never = () => Promise.reject(new Error('it was read again'))

describe('the catalogue that is kept', () => {
  it('is the one that was read, to the last field', async () => {
    const first = await keptCatalogue(home, 'one', () => readCatalogue(data))
    const second = await keptCatalogue(home, 'one', never)
    expect(first.clean && second.clean && second.catalogue).toStrictEqual(first.clean && first.catalogue)
  })

  it('is read again as soon as anything it comes from changed', async () => {
    await keptCatalogue(home, 'one', () => readCatalogue(data))
    await expect(keptCatalogue(home, 'other', never)).rejects.toThrow('it was read again')
  })

  it.each(['', 'not JSON', 'null', '{}'])('is read again where the file says %j', async (text) => {
    await writeFile(path.join(home, 'catalogue.json'), text)
    expect((await keptCatalogue(home, 'one', () => readCatalogue(data))).clean).toBe(true)
  })

  it('keeps nothing that has a mistake', async () => {
    const mistaken = { clean: false, mistakes: [] } as const
    expect(await keptCatalogue(home, 'one', async () => mistaken)).toBe(mistaken)
    expect(await readdir(home)).toEqual([])
  })

  it('is read each time where it cannot be kept', async () => {
    const reading = await keptCatalogue(path.join(home, 'missing'), 'one', () => readCatalogue(data))
    expect(reading.clean).toBe(true)
  })
})
