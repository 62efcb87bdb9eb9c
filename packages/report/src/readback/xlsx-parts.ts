import { readXml } from './xml-events.ts'

/** Texts that cells share, in their order; what is written above Chinese to say how it sounds is no part of them. */
export async function sharedTexts(part: Uint8Array | undefined): Promise<string[]> {
  const texts: string[] = []
  if (part === undefined) return texts
  let text = ''
  let spoken = false
  let sounds = 0
  await readXml(part, {
    open: ({ name }) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') sounds += 1
      else if (name === 't') spoken = sounds === 0
    },
    text: (said) => {
      if (spoken) text += said
    },
    close: ({ name }) => {
      if (name === 't') spoken = false
      else if (name === 'rPh') sounds -= 1
      else if (name === 'si') texts.push(cellText(text))
    },
  })
  return texts
}

/** Formats that have a number and no text of their own (ECMA-376 18.8.30), as far as figures and dates use them. */
const builtIn: Readonly<Record<string, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  49: '@',
}

/** The number format of each style of cells. */
export async function cellFormats(part: Uint8Array | undefined): Promise<string[]> {
  const own = new Map<string, string>()
  const formats: string[] = []
  if (part === undefined) return formats
  let within = false
  await readXml(part, {
    open: ({ name, attributes }) => {
      if (name === 'numFmt') own.set(attributes.numFmtId ?? '', attributes.formatCode ?? '')
      else if (name === 'cellXfs') within = true
      else if (name === 'xf' && within) {
        const id = attributes.numFmtId ?? '0'
        formats.push(own.get(id) ?? builtIn[id] ?? 'General')
      }
    },
    close: ({ name }) => {
      if (name === 'cellXfs') within = false
    },
  })
  return formats
}

/** A text as a cell shows it: _x0041_ is A. */
export const cellText = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** The sheets of a workbook in their order, with the ids of their parts. */
export async function sheetList(part: Uint8Array): Promise<{ name: string; id: string }[]> {
  const sheets: { name: string; id: string }[] = []
  await readXml(part, {
    open: ({ name, attributes }) => {
      if (name === 'sheet') sheets.push({ name: attributes.name ?? '', id: attributes.id ?? '' })
    },
  })
  return sheets
}
