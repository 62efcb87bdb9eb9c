/** The order of children of a workbook's parts, of which a program refuses any other (ECMA-376 part 1, sml.xsd). */
export const sheetSequences: Readonly<Record<string, string>> = {
  workbook:
    'fileVersion workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr',
  worksheet: `sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection autoFilter sortState mergeCells
    conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks drawing`,
  sheetView: 'pane selection',
  styleSheet: 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs',
  font: 'b i strike outline shadow u vertAlign sz color name family charset scheme',
  border: 'left right top bottom diagonal',
  patternFill: 'fgColor bgColor',
}

/** The same of a chart (dml-chart.xsd). */
export const chartSequences: Readonly<Record<string, string>> = {
  chartSpace: 'date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr',
  chart: 'title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs',
  title: 'tx layout overlay spPr txPr',
  plotArea: 'layout barChart lineChart catAx dateAx valAx dTable spPr',
  lineChart: 'grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId',
  barChart: 'barDir grouping varyColors ser dLbls gapWidth overlap serLines axId',
  ser: 'idx order tx spPr invertIfNegative pictureOptions marker dPt dLbls trendline errBars cat val smooth shape',
  marker: 'symbol size spPr',
  dLbls: 'numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator',
  scaling: 'logBase orientation max min',
  catAx: `axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx
    crosses auto lblAlgn lblOffset noMultiLvlLbl`,
  dateAx: `axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx
    crosses auto lblOffset baseTimeUnit majorUnit majorTimeUnit minorUnit minorTimeUnit`,
  valAx: `axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx
    crosses crossBetween majorUnit minorUnit dispUnits`,
  numCache: 'formatCode ptCount pt',
  strCache: 'ptCount pt',
  legend: 'legendPos legendEntry layout overlay spPr txPr',
}
