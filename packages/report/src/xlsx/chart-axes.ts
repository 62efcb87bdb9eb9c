import { chartColour, smallSize } from '../charts/chart-style.ts'
import type { ValueAxis } from '../charts/value-axis.ts'
import { element, type Xml } from '../office/xml-element.ts'
import { chartTitle, lineXml, noLine, textLook } from './chart-text.ts'

/** Numbers by which the two axes of a chart know each other. */
export const axisIds = { labels: 111_111_111, values: 222_222_222 } as const

const val = (name: string, value: string | number): Xml => element(name, { val: value })
const look = { size: smallSize, colour: chartColour.ink3 }
const shape = (line: Xml) => element('c:spPr', {}, [line])
const axisLine = shape(lineXml({ width: 0.75, colour: chartColour.line2 }))
const title = (text: string): readonly Xml[] => (text === '' ? [] : [chartTitle(text, look)])

type Scale = { readonly min?: number; readonly max?: number; readonly reversed?: boolean }

const scaling = ({ min, max, reversed = false }: Scale) =>
  element('c:scaling', {}, [
    val('c:orientation', reversed ? 'maxMin' : 'minMax'),
    ...(max === undefined ? [] : [val('c:max', max)]),
    ...(min === undefined ? [] : [val('c:min', min)]),
  ])

const head = (id: number, scale: Scale, position: string): readonly Xml[] => [
  val('c:axId', id),
  scaling(scale),
  val('c:delete', 0),
  val('c:axPos', position),
]

const marks = (format: string, line: Xml, labels = 'low'): readonly Xml[] => [
  element('c:numFmt', { formatCode: format, sourceLinked: 0 }),
  val('c:majorTickMark', 'none'),
  val('c:minorTickMark', 'none'),
  val('c:tickLblPos', labels),
  line,
  textLook(look),
]

/** The axis of values, with its lines and the unit as its title; undivided, since not every program divides by 万 or 亿. */
export function valueAxisXml(
  { min, max, interval }: ValueAxis,
  { unit, format, position }: { readonly unit: string; readonly format: string; readonly position: 'l' | 'b' },
): Xml {
  return element('c:valAx', {}, [
    ...head(axisIds.values, { min, max }, position),
    element('c:majorGridlines', {}, [shape(lineXml({ width: 0.5, colour: chartColour.line }))]),
    ...title(unit),
    ...marks(format, shape(noLine()), position === 'b' ? 'nextTo' : 'low'),
    val('c:crossAx', axisIds.labels),
    // Labels run down from the top, so that the values stand at the end of their axis.
    val('c:crosses', position === 'b' ? 'max' : 'autoZero'),
    val('c:crossBetween', position === 'b' ? 'between' : 'midCat'),
    val('c:majorUnit', interval),
  ])
}

/** Names of things beside each other, the first at the top. */
export function labelAxisXml(): Xml {
  return element('c:catAx', {}, [
    ...head(axisIds.labels, { reversed: true }, 'l'),
    ...marks('General', axisLine),
    val('c:crossAx', axisIds.values),
    val('c:crosses', 'autoZero'),
    val('c:auto', 0),
    val('c:lblAlgn', 'ctr'),
    val('c:lblOffset', 100),
    val('c:noMultiLvlLbl', 1),
  ])
}

const daysInMonth = 30.4
const mostMarks = 8

/** Days, marked by months. */
export function dateAxisXml(name: string, days: number): Xml {
  return element('c:dateAx', {}, [
    ...head(axisIds.labels, {}, 'b'),
    ...title(name),
    ...marks('yyyy\\-mm', axisLine),
    val('c:crossAx', axisIds.values),
    val('c:crosses', 'min'),
    val('c:auto', 0),
    val('c:lblOffset', 100),
    val('c:baseTimeUnit', 'days'),
    val('c:majorUnit', Math.max(1, Math.ceil(days / daysInMonth / mostMarks))),
    val('c:majorTimeUnit', 'months'),
  ])
}
