import { describe, expect, it } from 'vitest'
import { alteredDocx as alteredFile } from '../docx/altered-docx.fixture.ts'
import { sampleImprint, sampleReport } from '../model/report-model.fixture.ts'
import { reportXlsx } from '../xlsx/report-xlsx.ts'
import { missingOfOtherSummary, otherSummary, turnedRows } from './altered-report.fixture.ts'
import { missingFromXlsx } from './missing-from-xlsx.ts'
import { UnreadableFileError } from './unreadable-file.ts'
import { readXlsx } from './xlsx-text.ts'

const bytes = await reportXlsx(sampleReport, sampleImprint)
const charts = 'xl/worksheets/sheet2.xml'
const targets = 'xl/worksheets/sheet3.xml'
const missingAfter = async (part: string, change: (xml: string) => string) => {
  const altered = await alteredFile(bytes, part, (xml) => {
    const changed = change(xml)
    expect(changed).not.toBe(xml)
    return changed
  })
  return missingFromXlsx(sampleReport, altered)
}

describe('missingFromXlsx', () => {
  it('finds nothing missing in the file of the report', async () => {
    expect(await missingFromXlsx(sampleReport, bytes)).toEqual([])
  })

  it('names what a file of another report does not say', async () => {
    expect(await missingFromXlsx(otherSummary, bytes)).toEqual(missingOfOtherSummary)
  })

  it('notices rows in another order', async () => {
    expect((await missingFromXlsx(turnedRows, bytes)).map(({ part }) => part)).toContain('row')
  })

  it.each([
    { what: 'a figure', change: (xml: string) => xml.replace('<v>143</v>', '<v>153</v>') },
    { what: 'a figure in its last digits', change: (xml: string) => xml.replace('<v>0.905</v>', '<v>0.9050001</v>') },
    {
      what: 'a formula in place of a figure',
      change: (xml: string) => xml.replace('<v>143</v>', '<f>140+3</f><v>143</v>'),
    },
    { what: 'a word', change: (xml: string) => xml.replace('>滞后<', '>正常<') },
  ])('names the row of which $what was altered', async ({ change }) => {
    expect(await missingAfter(targets, change)).toMatchObject([{ section: 'ahead', part: 'row', id: 'targets' }])
  })

  it('names a row whose bound was taken off', async () => {
    const unbound = (xml: string) => xml.replaceAll('至少', '')
    const once = await alteredFile(bytes, 'xl/styles.xml', unbound)
    expect(await missingFromXlsx(sampleReport, once)).toEqual([])
    const twice = await alteredFile(once, targets, unbound)
    expect(await missingFromXlsx(sampleReport, twice)).toMatchObject([{ part: 'row', id: 'targets', row: 3 }])
  })

  it('names the date and the label whose value a chart draws otherwise', async () => {
    expect(await missingAfter(charts, (xml) => xml.replace('<v>51</v>', '<v>52</v>'))).toMatchObject([
      { section: 'nodes', part: 'row', id: 'nodes-line', row: 2 },
    ])
    expect(await missingAfter('xl/charts/chart3.xml', (xml) => xml.replace('310000000', '320000000'))).toMatchObject([
      { part: 'row', id: 'by-region', row: 1 },
    ])
    expect(
      await missingAfter(charts, (xml) => xml.replace('未报</t></is></c></row>', '0</t></is></c></row>')),
    ).toMatchObject([{ part: 'row', id: 'attainment', row: 4 }])
  })

  it('takes a zero in a gap for another value', async () => {
    const cell = /<c r="(B\d+)" (s="\d+")\/>/
    expect(await missingAfter(charts, (xml) => xml.replace(cell, '<c r="$1" $2><v>0</v></c>'))).toMatchObject([
      { part: 'row' },
    ])
  })

  it('names a chart that is gone, or says nothing to those who do not see it', async () => {
    const untold = await missingAfter('xl/drawings/drawing1.xml', (xml) => xml.replace(/ descr="江苏[^"]*"/, ''))
    expect(untold).toMatchObject([{ section: 'nodes', part: 'sentence', id: 'by-region' }])
    const gone = await missingAfter('xl/worksheets/_rels/sheet2.xml.rels', (xml) =>
      xml.replace(/<Relationship [^>]*\/>/, ''),
    )
    expect(gone.map(({ id }) => id)).toEqual(['attainment', 'nodes-line', 'by-region'])
  })

  it('names a table without its sheet, and a definition that was altered', async () => {
    const missing = await missingAfter('xl/workbook.xml', (xml) => xml.replace(/<sheet name="分地区情况"[^>]*\/>/, ''))
    expect(missing).toHaveLength(62)
    expect(missing[0]).toMatchObject({ section: 'regions', part: 'caption', id: 'regions' })
    expect(await missingAfter('xl/worksheets/sheet5.xml', (xml) => xml.replace('上线', '下线'))).toMatchObject([
      { section: null, part: 'row', id: 'definitions', row: 1 },
    ])
  })
})

describe('readXlsx', () => {
  it('reads texts that another program keeps apart, without what is written above them', async () => {
    const shared = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>滞</t></r><r><t>后</t></r><rPh sb="0" eb="1"><t>zhi</t></rPh></si></sst>`
    const list = await alteredFile(bytes, 'xl/_rels/workbook.xml.rels', (xml) =>
      xml.replace(
        '</Relationships>',
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="/docProps/app.xml"/></Relationships>',
      ),
    )
    const kept = await alteredFile(list, 'docProps/app.xml', () => shared)
    const altered = await alteredFile(kept, targets, (xml) =>
      xml.replace(/t="inlineStr"><is><t xml:space="preserve">滞后<\/t><\/is>/, 't="s"><v>0</v>'),
    )
    expect(await missingFromXlsx(sampleReport, altered)).toEqual([])
  })

  it('refuses what is no workbook', async () => {
    await expect(readXlsx(Buffer.from('no zip'))).rejects.toThrow(UnreadableFileError)
    const emptied = await alteredFile(bytes, '_rels/.rels', (xml) => xml.replaceAll('officeDocument"', 'other"'))
    await expect(readXlsx(emptied)).rejects.toMatchObject({ reason: 'no-document' })
  })
})
