import { saveBlob } from '../api/save-file.ts'
import { chartCsv } from './chart-csv.ts'
import type { chartDownloadWords } from './chart-download.words.ts'
import { type ChartFile, type ChartFormat, type ChartTable, chartFacts, chartFileName } from './chart-file.ts'
import { fontPieces } from './font-pieces.ts'
import { framedSvg } from './framed-svg.ts'
import { withOwnStyles } from './own-styles.ts'
import { pageDrawing } from './page-drawing.ts'
import { type Picture, pngOf } from './picture-png.ts'

type Says = (typeof chartDownloadWords)['en']

export type Chart = ChartFile & {
  /** A chart that is one drawing, or a part of the page that is laid out as HTML. */
  readonly chart: () => HTMLElement | SVGSVGElement | null
  readonly table: ChartTable
}

const xml = '<?xml version="1.0" encoding="UTF-8"?>\n'
const pngScale = 2

/**
 * Saves a chart as a file, made here from what is on the page: nothing is sent or asked for.
 *
 * @throws when there is no drawing, or the browser cannot draw it
 */
export async function saveChart(chart: Chart, format: ChartFormat, says: Says): Promise<void> {
  saveBlob(await contentOf(chart, format, says), chartFileName(chart, format))
}

async function contentOf(chart: Chart, format: ChartFormat, says: Says): Promise<Blob> {
  switch (format) {
    case 'csv':
      return new Blob(
        [chartCsv([[says.title, chart.title], ...unitOf(chart, says), ...chartFacts(chart, says)], chart.table)],
        {
          type: 'text/csv;charset=utf-8',
        },
      )
    case 'svg':
      return new Blob([xml, asXml((await pictureOf(chart, says, 1)).picture)], { type: 'image/svg+xml' })
    case 'png':
      return pngOf(await pictureOf(chart, says, pngScale))
    default:
      return format satisfies never
  }
}

const unitOf = ({ unit }: ChartFile, says: Says) =>
  unit === undefined || unit === '' ? [] : [[says.unit, unit] as const]

async function pictureOf(chart: Chart, says: Says, scale: number): Promise<Picture> {
  const node = chart.chart()
  if (node === null) throw new Error('there is no drawing to save')
  const frame = {
    title: chart.title,
    unit: chart.unit ?? '',
    notes: chartFacts(chart, says).map(([word, said]) => `${word}${says.colon}${said}`),
    mark: chart.demo ? says.demoMark : '',
    product: says.product,
    fontFamily: getComputedStyle(document.body).fontFamily,
    colours: pageColours(),
  }
  const { svg, width, height } = framedSvg(
    drawingOf(node instanceof SVGSVGElement ? node : pageDrawing(node)),
    frame,
    scale,
  )
  return { width, height, ...(await withFont(svg)) }
}

const asXml = (picture: Document) => new XMLSerializer().serializeToString(picture)

/** What is on the page has its style from there; what was made for the picture carries it already. */
function drawingOf(node: SVGSVGElement) {
  const drawn = node.isConnected ? withOwnStyles(node) : node
  const box = node.isConnected ? node.getBoundingClientRect() : null
  const [width, height] = [
    box?.width ?? Number(drawn.getAttribute('width')),
    box?.height ?? Number(drawn.getAttribute('height')),
  ]
  drawn.setAttribute('width', String(width))
  drawn.setAttribute('height', String(height))
  return { markup: new XMLSerializer().serializeToString(drawn), width, height }
}

function pageColours() {
  const root = getComputedStyle(document.documentElement)
  const colour = (name: string) => root.getPropertyValue(name).trim()
  return { ground: colour('--bg'), ink: colour('--ink'), second: colour('--ink2'), line: colour('--line2') }
}

/** The picture with the font its words need. Reading it also proves that it is well-formed. */
async function withFont(svg: string): Promise<Pick<Picture, 'picture' | 'probes'>> {
  const read = new DOMParser().parseFromString(svg, 'image/svg+xml')
  const style = read.querySelector('style')
  if (read.querySelector('parsererror') !== null || style === null) throw new Error('the picture is not well-formed')
  const texts = [...read.querySelectorAll('text')]
  const isBold = (text: Element) =>
    [text, ...text.querySelectorAll('tspan')].some((one) => Number(one.getAttribute('font-weight')) >= 600)
  const said = (some: readonly Element[]) => some.map(({ textContent }) => textContent).join('')
  const { rules, probes } = await fontPieces({
    regular: said(texts.filter((text) => !isBold(text))),
    bold: said(texts.filter(isBold)),
  })
  style.append(rules)
  return { picture: read, probes }
}
