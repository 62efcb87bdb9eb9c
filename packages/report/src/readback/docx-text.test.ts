import { describe, expect, it } from 'vitest'
import { alteredDocx } from '../docx/altered-docx.fixture.ts'
import { reportDocx } from '../docx/report-docx.ts'
import { reportOf, sectionOf } from '../model/large-report.fixture.ts'
import { sampleImprint } from '../model/report-model.fixture.ts'
import { readDocx, textOfPiece } from './docx-text.ts'
import { UnreadableFileError } from './unreadable-file.ts'

const written = await reportDocx(reportOf([sectionOf([{ is: 'paragraph', text: '原文' }])]), sampleImprint)

/** The file with other XML in place of its one paragraph. */
async function saidWith(xml: string): Promise<string[]> {
  const bytes = await alteredDocx(written, 'word/document.xml', (document) =>
    document.replace(/<w:p><w:pPr><w:pStyle w:val="BodyText"\/>.*?<\/w:p>/, xml),
  )
  const { pieces } = await readDocx(bytes)
  return pieces.slice(3, -7).map(textOfPiece)
}

function field(instruction: string, result: string): string {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const name = `<w:r><w:instrText>${instruction}</w:instrText></w:r>`
  return `${mark('begin')}${name}${mark('separate')}<w:r><w:t>${result}</w:t></w:r>${mark('end')}`
}

describe('readDocx', () => {
  it.each([
    {
      what: 'text in several runs',
      xml: '<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r></w:p>',
      says: ['甲乙'],
    },
    {
      what: 'tabs, line ends and hyphens',
      xml: '<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/></w:r></w:p>',
      says: ['甲\t乙\n丙\u2011'],
    },
    {
      what: 'what was inserted and not what was deleted',
      xml: '<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>',
      says: ['新'],
    },
    {
      what: 'a box of text before the paragraph that holds it, once',
      xml: `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p>
</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:p><w:r><w:t>框</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>
<w:t>文</w:t></w:r></w:p>`,
      says: ['框', '文'],
    },
    {
      what: 'a table in a cell as text of the cell',
      xml: `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>外</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>内</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p/></w:tc><w:tc><w:p><w:r><w:t>右</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
      says: ['外\n内\n | 右'],
    },
    {
      what: 'results of fields, but no instructions and no numbers of pages',
      xml: `<w:p><w:r><w:t>甲</w:t></w:r>${field('REF a', '乙')}${field(' PAGE ', '3')}${field('NUMPAGES', '9')}
<w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple><w:r><w:t>丙</w:t></w:r></w:p>`,
      says: ['甲乙丙'],
    },
  ])('reads $what', async ({ xml, says }) => {
    expect(await saidWith(xml)).toEqual(says)
  })

  it('knows headings by the name of their style, whichever id a program gives it', async () => {
    const renamed = async (path: string, bytes: Uint8Array) =>
      alteredDocx(bytes, path, (xml) => xml.replaceAll('"Heading1"', '"2"').replaceAll('"heading 1"', '"Heading 1"'))
    const bytes = await renamed('word/styles.xml', await renamed('word/document.xml', written))
    expect((await readDocx(bytes)).pieces[2]).toMatchObject({ kind: 'heading', level: 1, text: '一、一节' })
  })

  it.each([
    { what: 'no zip', bytes: async () => Buffer.from('%PDF-1.7'), reason: 'not-a-zip' },
    { what: 'half a file', bytes: async () => written.subarray(0, written.length / 2), reason: 'not-a-zip' },
    {
      what: 'XML that is not well-formed',
      bytes: () => alteredDocx(written, 'word/document.xml', (xml) => xml.replace('</w:body>', '')),
      reason: 'not-well-formed',
    },
    {
      what: 'entities of its own',
      bytes: () =>
        alteredDocx(written, 'word/document.xml', (xml) => xml.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')),
      reason: 'not-well-formed',
    },
    {
      what: 'bytes that are no text',
      bytes: () => alteredDocx(written, 'word/document.xml', () => Buffer.from([0x3c, 0xff, 0xff])),
      reason: 'not-well-formed',
    },
    {
      what: 'no document',
      bytes: () => alteredDocx(written, '_rels/.rels', (xml) => xml.replace('word/document.xml', 'word/none.xml')),
      reason: 'no-document',
    },
    {
      what: 'a part that unpacks to more than a report can be',
      bytes: () => alteredDocx(written, 'word/document.xml', () => Buffer.alloc(129 * 1_048_576, 0x20)),
      reason: 'too-large',
    },
  ])('refuses $what', async ({ bytes, reason }) => {
    const refused = readDocx(await bytes())
    await expect(refused).rejects.toThrow(UnreadableFileError)
    await expect(refused).rejects.toMatchObject({ reason })
  })
})
