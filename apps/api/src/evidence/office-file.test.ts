import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { tableXlsx } from '@xushi/report'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aZip, type ZipPart } from '../../test/a-zip.ts'
import { fileKind } from './file-kind.ts'

const part = (name: string, more: Partial<ZipPart> = {}): ZipPart => ({ name, content: Buffer.from('<x/>'), ...more })
const types = part('[Content_Types].xml')
const sheet = [types, part('xl/workbook.xml')]
const office = 'application/vnd.openxmlformats-officedocument'
const many = (count: number) => Array.from({ length: count }, (_, index) => part(`xl/media/${index}.xml`))

describe('an Office file', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'xushi-office-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const told = async (bytes: Buffer, name = '表.xlsx') => {
    const file = path.join(folder, 'file')
    await writeFile(file, bytes)
    return fileKind(file, name)
  }

  it.each([
    { name: '文.docx', main: 'word/document.xml', is: 'wordprocessingml.document' },
    { name: '表.xlsx', main: 'xl/workbook.xml', is: 'spreadsheetml.sheet' },
    { name: '讲.PPTX', main: 'ppt/presentation.xml', is: 'presentationml.presentation' },
  ])('is told by its main part: $main', async ({ name, main, is }) => {
    expect(await told(aZip([types, part(main)]), name)).toEqual({ mediaType: `${office}.${is}` })
  })

  it('is taken as our own exports write it', async () => {
    const column = { header: '名称', width: 10, cell: (text: string) => ({ is: 'text', text }) as const }
    const bytes = await buffer(tableXlsx({ name: '表', columns: [column], pages: [['甲', '乙']] }))
    expect(await told(bytes)).toEqual({ mediaType: `${office}.spreadsheetml.sheet` })
  })

  it.each([
    { wrong: 'HTML called .xlsx', bytes: Buffer.from('<html><table><tr><td>1'), found: 'text' },
    { wrong: 'a zip without the content types', bytes: aZip([part('xl/workbook.xml')]), found: 'application/zip' },
    { wrong: 'a zip without a main part', bytes: aZip([types]), found: 'application/zip' },
    {
      wrong: 'a text and a table at once',
      bytes: aZip([...sheet, part('word/document.xml')]),
      found: 'application/zip',
    },
    { wrong: 'an empty zip', bytes: aZip([]), found: 'application/zip' },
    { wrong: 'macros', bytes: aZip([...sheet, part('xl/vbaProject.bin')]), found: 'Office + VBA' },
  ])('is not $wrong', async ({ bytes, found }) => {
    expect(await told(bytes)).toEqual({ refused: found })
  })

  it('agrees with its ending', async () => {
    expect(await told(aZip(sheet), '表.docx')).toEqual({ refused: `${office}.spreadsheetml.sheet` })
  })

  it.each([
    {
      wrong: '1 MB that unpacks to 1 GB',
      parts: [part('xl/a.xml', { content: Buffer.alloc(1_048_576), says: 1 << 30 })],
    },
    { wrong: 'a thousand parts of 2 MB each', parts: many(1000).map((one) => ({ ...one, says: 2_097_152 })) },
    { wrong: 'a small file of 65 MB', parts: [part('xl/a.xml', { says: 65 * 1_048_576 })] },
  ])('is refused for what it unpacks to: $wrong', async ({ parts }) => {
    expect(await told(aZip([...sheet, ...parts]))).toEqual({ fault: 'file-unpacks-too-large' })
  })

  it('has at most ten thousand parts, and seventy thousand are not even read', async () => {
    expect(await told(aZip([...sheet, ...many(9_998)]))).toEqual({ mediaType: `${office}.spreadsheetml.sheet` })
    expect(await told(aZip([...sheet, ...many(9_999)]))).toEqual({ fault: 'file-too-many-parts' })
    const before = process.memoryUsage().heapUsed
    const bytes = aZip([...sheet, ...many(70_000)], { zip64: true })
    expect(await told(bytes)).toEqual({ fault: 'file-too-many-parts' })
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(256 * 1_048_576)
  })

  it.each([
    { wrong: 'a count that hides parts', bytes: aZip([...sheet, ...many(10)], { count: 2 }) },
    { wrong: 'a count beyond its parts', bytes: aZip(sheet, { count: 9 }) },
    {
      wrong: 'a size that its own header denies',
      bytes: aZip([...sheet, part('xl/a.xml', { headerSays: 9_000_000 })]),
    },
    {
      wrong: 'a name that its own header denies',
      bytes: aZip([...sheet, part('xl/a.xml', { headerName: 'xl/b.xml' })]),
    },
    { wrong: 'a path that leads out', bytes: aZip([...sheet, part('../../etc/cron.d/x')]) },
    { wrong: 'an absolute path', bytes: aZip([...sheet, part('/etc/passwd')]) },
    { wrong: 'a path with backslashes', bytes: aZip([...sheet, part('..\\\\x')]) },
    {
      wrong: 'two parts on the same bytes',
      bytes: aZip([...sheet, part(types.name, { at: 0 })]),
    },
    { wrong: 'a directory that was cut off', bytes: aZip(sheet).subarray(0, -30) },
    { wrong: 'encrypted parts', bytes: aZip([...sheet, part('xl/a.xml', { flags: 1 })]) },
  ])('is refused for contradicting itself: $wrong', async ({ bytes }) => {
    expect(await told(bytes)).toEqual({ fault: 'file-contradicts-itself' })
  })
})
