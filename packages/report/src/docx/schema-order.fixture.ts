import type { DocxElement } from './docx-elements.fixture.ts'

/**
 * The order of the children of those elements in which Word refuses any other: the sequences of ECMA-376 part 1, transitional,
 * wml.xsd, as far as a report can have them.
 */
type Sequences = Readonly<Record<string, string>>

const wordSequences: Sequences = {
  document: 'background body',
  pPr: `pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku
    wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents
    suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange`,
  rPr: `rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color
    spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath`,
  pBdr: 'top left bottom right between bar',
  tbl: 'tblPr tblGrid tr',
  tblPr: `tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd
    tblLayout tblCellMar tblLook tblCaption tblDescription`,
  tblBorders: 'top left start bottom right end insideH insideV',
  tblCellMar: 'top left start bottom right end',
  tr: 'tblPrEx trPr tc',
  tc: 'tcPr p',
  tcPr: `cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark`,
  sectPr: `headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt
    vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid`,
  style: `name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal rsid pPr rPr
    tblPr trPr tcPr tblStylePr`,
  styles: 'docDefaults latentStyles style',
  settings: `writeProtection view zoom removePersonalInformation mirrorMargins trackRevisions documentProtection defaultTabStop
    autoHyphenation evenAndOddHeaders noPunctuationKerning characterSpacingControl footnotePr endnotePr compat rsids mathPr themeFontLang
    clrSchemeMapping decimalSymbol listSeparator`,
  compat: 'spaceForUL balanceSingleByteDoubleByteWidth useFELayout adjustLineHeightInTable compatSetting',
  font: 'altName panose1 charset family notTrueType pitch sig embedRegular',
  inline: 'extent effectExtent docPr cNvGraphicFramePr graphic',
  pic: 'nvPicPr blipFill spPr',
}

/** Children that stand where the schema does not allow them, as `pPr/jc`. */
export function outOfOrder(element: DocxElement, sequences: Sequences = wordSequences): string[] {
  const order = sequences[element.name]?.split(/\s+/)
  let last = 0
  const wrong = element.children.flatMap(({ name }) => {
    if (order === undefined) return []
    const place = order.indexOf(name)
    if (place < last) return [`${element.name}/${name}`]
    last = place
    return []
  })
  return [...wrong, ...element.children.flatMap((child) => outOfOrder(child, sequences))]
}
