import { readXml, type XmlElement } from './xml-events.ts'

/** A chart of a sheet: its title, what it says to those who do not see it, and the cells that it is drawn from. */
export type XlsxChart = {
  readonly title: string
  readonly sentence: string
  readonly series: readonly XlsxSeries[]
}

export type XlsxSeries = {
  readonly name: XlsxReference
  readonly labels: XlsxReference
  readonly values: XlsxReference
}

/** Cells by their address, with what the chart keeps of them, by place from 0. */
export type XlsxReference = { readonly cells: string; readonly kept: ReadonlyMap<number, string> }

/** Where the charts of a drawing are, by the ids of their parts, with their sentences. */
export async function drawnCharts(part: Uint8Array): Promise<{ id: string; sentence: string }[]> {
  const found: { id: string; sentence: string }[] = []
  let sentence = ''
  await readXml(part, {
    open: ({ name, attributes }) => {
      if (name === 'cNvPr') sentence = attributes.descr ?? ''
      else if (name === 'chart') found.push({ id: attributes.id ?? '', sentence })
    },
  })
  return found
}

type OpenReference = { cells: string; kept: Map<number, string> }
type OpenSeries = { name: OpenReference; labels: OpenReference; values: OpenReference }
const parts: Readonly<Record<string, keyof OpenSeries>> = {
  tx: 'name',
  cat: 'labels',
  val: 'values',
  xVal: 'labels',
  yVal: 'values',
}

/** Reads a chart. */
export async function xlsxChart(part: Uint8Array, sentence: string): Promise<XlsxChart> {
  const series: OpenSeries[] = []
  const open: string[] = []
  let title = ''
  let reference: OpenReference | null = null
  let point = 0
  const within = (name: string) => open.includes(name)

  const opened = ({ name, attributes }: XmlElement) => {
    const place = parts[name]
    if (name === 'ser') series.push({ name: emptyReference(), labels: emptyReference(), values: emptyReference() })
    else if (place !== undefined && open.at(-1) === 'ser') reference = series.at(-1)?.[place] ?? null
    else if (name === 'pt') point = Number(attributes.idx ?? 0)
    open.push(name)
  }
  await readXml(part, {
    open: opened,
    text: (text) => {
      const name = open.at(-1)
      if (name === 't' && within('title') && !within('plotArea')) title += text
      else if (reference !== null && name === 'f') reference.cells += text
      else if (reference !== null && name === 'v') reference.kept.set(point, (reference.kept.get(point) ?? '') + text)
    },
    close: ({ name }) => {
      open.pop()
      if (parts[name] !== undefined && open.at(-1) === 'ser') reference = null
    },
  })
  return { title, sentence, series }
}

const emptyReference = (): OpenReference => ({ cells: '', kept: new Map() })
