import { labelSize } from '../charts/chart-style.ts'
import { element, type Xml } from '../office/xml-element.ts'

/** Hundredths of a point, in which drawings state the size of a text. */
const hundredths = 100
const rgb = (colour: string) => colour.replace('#', '')

export const solidFill = (colour: string): Xml =>
  element('a:solidFill', {}, [element('a:srgbClr', { val: rgb(colour) })])
export const noFill = (): Xml => element('a:noFill')

type Look = { readonly size?: number; readonly bold?: boolean; readonly colour: string }
const lookOf = ({ size = labelSize, bold = false }: Look) => ({ sz: size * hundredths, b: bold ? 1 : 0 })

/** How texts look, where a program fills them in. */
export function textLook(look: Look): Xml {
  return element('c:txPr', {}, [
    element('a:bodyPr'),
    element('a:lstStyle'),
    element('a:p', {}, [
      element('a:pPr', {}, [element('a:defRPr', lookOf(look), [solidFill(look.colour)])]),
      element('a:endParaRPr', { lang: 'zh-CN' }),
    ]),
  ])
}

/** The title of a chart or of an axis. */
export function chartTitle(text: string, look: Look): Xml {
  const run = element('a:r', {}, [
    element('a:rPr', { lang: 'zh-CN', ...lookOf(look) }, [solidFill(look.colour)]),
    element('a:t', {}, text),
  ])
  const paragraph = element('a:p', {}, [element('a:pPr', {}, [element('a:defRPr', lookOf(look))]), run])
  const rich = element('c:rich', {}, [element('a:bodyPr'), element('a:lstStyle'), paragraph])
  return element('c:title', {}, [element('c:tx', {}, [rich]), element('c:overlay', { val: 0 })])
}

const unitsInPoint = 12_700
/** A length in the units of drawings. */
export const drawingUnits = (points: number): number => Math.round(points * unitsInPoint)

type Line = { readonly width: number; readonly colour: string; readonly dash?: string | undefined }
export const lineXml = ({ width, colour, dash }: Line): Xml =>
  element('a:ln', { w: drawingUnits(width), cap: 'rnd' }, [
    solidFill(colour),
    element('a:prstDash', { val: dash ?? 'solid' }),
    element('a:round'),
  ])
export const noLine = (): Xml => element('a:ln', {}, [noFill()])
