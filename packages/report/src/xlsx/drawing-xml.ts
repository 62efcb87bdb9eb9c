import { element, type Xml, xmlPart } from '../office/xml-element.ts'
import { drawingUnits } from './chart-text.ts'
import { chartNamespace, drawing, relationships, sheetDrawing } from './namespaces.ts'
import type { BoundChart } from './sheet.ts'

/** `xl/drawings/drawing1.xml`: where charts stand on a sheet, and what each says to those who do not see it. */
export function drawingXml(charts: readonly BoundChart[]): string {
  const root = { 'xmlns:xdr': sheetDrawing, 'xmlns:a': drawing }
  return xmlPart(element('xdr:wsDr', root, charts.map(anchored)))
}

function anchored({ chart, number, column, row, width, height }: BoundChart, index: number): Xml {
  const at = (name: string, value: number) => element(`xdr:${name}`, {}, String(value))
  const size = { cx: drawingUnits(width), cy: drawingUnits(height) }
  const named = element('xdr:cNvPr', { id: index + 2, name: number, descr: chart.sentence })
  const frame = element('xdr:graphicFrame', { macro: '' }, [
    element('xdr:nvGraphicFramePr', {}, [named, element('xdr:cNvGraphicFramePr')]),
    element('xdr:xfrm', {}, [element('a:off', { x: 0, y: 0 }), element('a:ext', { cx: 0, cy: 0 })]),
    element('a:graphic', {}, [
      element('a:graphicData', { uri: chartNamespace }, [
        element('c:chart', {
          'xmlns:c': chartNamespace,
          'xmlns:r': relationships,
          'r:id': `rId${index + 1}`,
        }),
      ]),
    ]),
  ])
  return element('xdr:oneCellAnchor', {}, [
    element('xdr:from', {}, [at('col', column), at('colOff', 0), at('row', row), at('rowOff', 0)]),
    element('xdr:ext', size),
    frame,
    element('xdr:clientData'),
  ])
}
