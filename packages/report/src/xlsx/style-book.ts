import type { Language } from '@xushi/wording'
import { chartColour } from '../charts/chart-style.ts'
import { element, type Xml, xmlPart } from '../office/xml-element.ts'
import { spreadsheet } from './namespaces.ts'
import type { CellStyle, SheetFont } from './sheet.ts'

/** Numbers the styles of a workbook as its cells ask for them, in that order. */
export type StyleBook = {
  of(style: CellStyle): number
  /** `xl/styles.xml`, once all cells are written. */
  xml(): string
}

/** A text that looks like a number or a formula stays a text when somebody edits its cell. */
export const textFormat = '@'
const general = 'General'
const builtIn: Readonly<Record<string, number>> = { [general]: 0, [textFormat]: 49 }
const firstOwnFormat = 164

const rgb = (colour: string) => `FF${colour.replace('#', '')}`
const faces: Readonly<Record<Language, string>> = { zh: '等线', en: 'Calibri' }

type FontLook = { readonly size: number; readonly bold?: true; readonly italic?: true; readonly colour: string }
const fonts: Readonly<Record<SheetFont, FontLook>> = {
  text: { size: 11, colour: chartColour.ink },
  bold: { size: 11, bold: true, colour: chartColour.ink },
  title: { size: 16, bold: true, colour: chartColour.ink },
  heading: { size: 12, bold: true, colour: chartColour.ink },
  caption: { size: 12, bold: true, colour: chartColour.ink },
  note: { size: 10, colour: chartColour.ink3 },
  link: { size: 11, colour: chartColour.actual },
  computed: { size: 11, italic: true, colour: chartColour.ink3 },
}

export function styleBook(language: Language): StyleBook {
  const formats = numbered<string>(firstOwnFormat)
  const looks = numbered<Xml>(0)
  const cells = numbered<Xml>(0)
  const fontOf = ({ font = 'text', colour }: CellStyle) => looks.of(fontXml(fonts[font], faces[language], colour))
  // A report has thousands of cells and some tens of looks.
  const written = new Map<string, number>()
  const book: StyleBook = {
    of: (style) => {
      const { font, align, wrap, box, quoted, colour, format = general } = style
      const look = `${font} ${align} ${wrap} ${box} ${quoted} ${colour} ${format}`
      const known = written.get(look)
      if (known !== undefined) return known
      const numFmtId = builtIn[format] ?? formats.of(format)
      const place = cells.of(cellXml(style, { numFmtId, fontId: fontOf(style) }))
      written.set(look, place)
      return place
    },
    xml: () => stylesXml(formats.all(), looks.all(), cells.all()),
  }
  // The first style is that of cells without one.
  book.of({})
  return book
}

/** Numbers texts in the order in which they come first. */
function numbered<Text extends string>(first: number) {
  const places = new Map<Text, number>()
  return {
    of: (text: Text): number => {
      const place = places.get(text) ?? first + places.size
      places.set(text, place)
      return place
    },
    all: (): Text[] => [...places.keys()],
  }
}

function fontXml({ size, bold, italic, colour }: FontLook, name: string, own: string | undefined): Xml {
  return element('font', {}, [
    ...(bold ? [element('b')] : []),
    ...(italic ? [element('i')] : []),
    element('sz', { val: size }),
    element('color', { rgb: rgb(own ?? colour) }),
    element('name', { val: name }),
    element('family', { val: 2 }),
  ])
}

function cellXml(style: CellStyle, ids: { readonly numFmtId: number; readonly fontId: number }): Xml {
  const { align, wrap, box } = style
  const horizontal = align === undefined ? undefined : align === 'end' ? 'right' : 'left'
  const attributes = {
    ...ids,
    fillId: box === 'head' ? 2 : 0,
    borderId: box === undefined ? 0 : 1,
    xfId: 0,
    // Of a text that is too long for the format of texts: it begins a formula for nobody who edits its cell.
    quotePrefix: style.quoted ? 1 : undefined,
    applyNumberFormat: 1,
    applyFont: 1,
    applyFill: 1,
    applyBorder: 1,
    applyAlignment: 1,
  }
  const alignment = {
    horizontal,
    vertical: box === 'head' ? 'center' : 'top',
    wrapText: wrap ? 1 : undefined,
    // A word does not touch the figure at its left.
    indent: box !== undefined && align === 'start' ? 1 : undefined,
  }
  return element('xf', attributes, [element('alignment', alignment)])
}

const pattern = (patternType: string, colour?: string) =>
  element('fill', {}, [
    element(
      'patternFill',
      { patternType },
      colour === undefined ? [] : [element('fgColor', { rgb: rgb(colour) }), element('bgColor', { indexed: 64 })],
    ),
  ])

const sides = ['left', 'right', 'top', 'bottom']
const noBorder = element(
  'border',
  {},
  [...sides, 'diagonal'].map((side) => element(side)),
)
const thinBorder = element('border', {}, [
  ...sides.map((side) => element(side, { style: 'thin' }, [element('color', { rgb: rgb(chartColour.line) })])),
  element('diagonal'),
])

function stylesXml(formats: readonly string[], looks: readonly Xml[], cells: readonly Xml[]): string {
  const list = (name: string, children: readonly Xml[]) => element(name, { count: children.length }, children)
  const codes = formats.map((formatCode, index) => element('numFmt', { numFmtId: firstOwnFormat + index, formatCode }))
  return xmlPart(
    element('styleSheet', { xmlns: spreadsheet }, [
      ...(codes.length === 0 ? [] : [list('numFmts', codes)]),
      list('fonts', looks),
      list('fills', [pattern('none'), pattern('gray125'), pattern('solid', chartColour.track)]),
      list('borders', [noBorder, thinBorder]),
      list('cellStyleXfs', [element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
      list('cellXfs', cells),
      list('cellStyles', [element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })]),
    ]),
  )
}
