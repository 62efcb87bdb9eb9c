import { type Language, wordsIn } from '@xushi/wording'
import { tableType } from '../layout/page-geometry.ts'
import { fontsXml, wordNamespace } from './docx-fonts.ts'
import { docxBody, twips } from './docx-page.ts'
import { exactly, type ParagraphStyle, paragraphStyles, sized } from './paragraph-styles.ts'
import { styleId, styleWords } from './style-names.ts'

/** All styles of a report, as the part `word/styles.xml`. */
export function stylesXml(language: Language): string {
  const { size, line } = docxBody[language]
  const run = `${fontsXml('body', language)}<w:kern w:val="0"/>${sized(size)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>`
  // The grid is reckoned from the size of this style, which not every program takes from the defaults.
  const normal = '<w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="${wordNamespace}"><w:docDefaults><w:rPrDefault><w:rPr>${run}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>\
<w:pPr>${normal}${exactly(line)}<w:jc w:val="both"/></w:pPr><w:rPr>${sized(size)}</w:rPr></w:style>\
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>${hidden}</w:style>\
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>${hidden}\
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>${margins(0, 108)}</w:tblPr></w:style>\
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>${hidden}</w:style>\
${paragraphStyles(language).map(paragraphStyle).join('')}${runStyles(language)}${tableStyle(language)}</w:styles>`
}

const hidden = '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'

function paragraphStyle({ id, name, basedOn = 'Normal', next, paragraph, run }: ParagraphStyle): string {
  return (
    `<w:style w:type="paragraph"${own(id)} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${basedOn}"/>` +
    `${next === undefined ? '' : `<w:next w:val="${next}"/>`}<w:qFormat/>` +
    `<w:pPr>${paragraph}</w:pPr>${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}</w:style>`
  )
}

function own(id: string): string {
  return id.startsWith('Report') ? ' w:customStyle="1"' : ''
}

/** The shape of a status and the frame of 系统生成稿. */
function runStyles(language: Language): string {
  const named = wordsIn(styleWords, language)
  const style = (id: string, name: string, run: string) =>
    `<w:style w:type="character"${own(id)} w:styleId="${id}"><w:name w:val="${name}"/>` +
    `<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>${run}</w:rPr></w:style>`
  const frame = '<w:bdr w:val="single" w:sz="6" w:space="0" w:color="000000"/>'
  return (
    style(styleId.shape, named.shape, '<w:rFonts w:hint="eastAsia" w:ascii="宋体" w:eastAsia="宋体" w:hAnsi="宋体"/>') +
    style(styleId.box, named.box, `<w:b/><w:bCs/>${frame}`)
  )
}

/** Rules above and below, hairlines between rows, nothing at the sides. */
function tableStyle(language: Language): string {
  const rule = (side: string, size: number, colour: string) =>
    `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${colour}"/>`
  const rules = `${rule('top', 10, '000000')}${rule('bottom', 10, '000000')}${rule('insideH', 2, '999999')}`
  return (
    `<w:style w:type="table" w:customStyle="1" w:styleId="${styleId.table}"><w:name w:val="${wordsIn(styleWords, language).table}"/>` +
    `<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>${rules}</w:tblBorders>` +
    `${margins(twips(tableType.rowPadding), twips(tableType.padding))}</w:tblPr></w:style>`
  )
}

function margins(vertical: number, horizontal: number): string {
  const margin = (side: string, width: number) => `<w:${side} w:w="${width}" w:type="dxa"/>`
  return `<w:tblCellMar>${margin('top', vertical)}${margin('left', horizontal)}${margin('bottom', vertical)}${margin('right', horizontal)}</w:tblCellMar>`
}
