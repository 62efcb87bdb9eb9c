/*
 * The parts of a workbook (ECMA-376) that do not depend on its rows: one sheet, and one cell style for each way in which
 * a cell is shown.
 */
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const sheetPath = 'xl/worksheets/sheet1.xml'
export const sheetHead = `${head}<worksheet xmlns="${spreadsheet}">`

/** Places that a number style exists for; an indicator has at most six. */
const mostDecimals = 6
const dateFormat = 164
const momentFormat = 165
const firstNumberFormat = 166

/** Index of the style of each kind of cell in `styles.xml`. */
export const style = {
  text: 0,
  header: 1,
  date: 2,
  moment: 3,
  number: (decimals: number) => 4 + Math.min(decimals, mostDecimals),
} as const

const numberCode = (decimals: number) => (decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`)

function styles(): string {
  const decimals = Array.from({ length: mostDecimals + 1 }, (_, index) => index)
  const formats = [
    `<numFmt numFmtId="${dateFormat}" formatCode="yyyy\\-mm\\-dd"/>`,
    `<numFmt numFmtId="${momentFormat}" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/>`,
    ...decimals.map(
      (places) => `<numFmt numFmtId="${firstNumberFormat + places}" formatCode="${numberCode(places)}"/>`,
    ),
  ]
  const shown = (format: number, font = 0) =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`
  const cells = [
    shown(49),
    shown(49, 1),
    shown(dateFormat),
    shown(momentFormat),
    ...decimals.map((places) => shown(firstNumberFormat + places)),
  ]
  return `${head}<styleSheet xmlns="${spreadsheet}"><numFmts count="${formats.length}">${formats.join('')}</numFmts>\
<fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}

/** All parts but the sheet, by path. `sheetName` is at most 31 characters without `: \ / ? * [ ]`. */
export function workbookParts(sheetName: string): ReadonlyMap<string, string> {
  return new Map([
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/>\
<Override PartName="/${sheetPath}" ContentType="${contentType}.worksheet+xml"/>\
<Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packageRelationships}">\
<Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${spreadsheet}" xmlns:r="${relationships}">\
<sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packageRelationships}">\
<Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/>\
<Relationship Id="rId2" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', styles()],
  ])
}
