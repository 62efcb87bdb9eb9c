import type { Status, Text } from '@xushi/domain'
import type { CustomSeriesOption, CustomSeriesRenderItemReturn, EChartsOption } from 'echarts'
import { sansFamily } from '../fonts/embedded-fonts.ts'
import { chartColour } from './chart-style.ts'
import { statusShapes } from './status-shape.ts'

/** What a chart is laid out with: all positions come from measured text, so nothing is left to a guess. */
export type ChartFrame = {
  readonly language: keyof Text
  readonly width: number
  /** Width of a text in the regular sans face. */
  measure(text: string, size: number): number
}

/** A chart as it is handed to the drawing. */
export type LaidChart = { readonly height: number; readonly option: EChartsOption }

/** A part of a drawing, in the words of a custom series. */
export type Drawn = NonNullable<CustomSeriesRenderItemReturn>

export const baseOption = {
  animation: false,
  silent: true,
  backgroundColor: chartColour.paper,
  textStyle: { fontFamily: sansFamily, color: chartColour.ink },
} as const

export function drawnText(
  text: string,
  x: number,
  y: number,
  options: { readonly size: number; readonly colour?: string; readonly align?: 'left' | 'right' | 'center' },
): Drawn {
  return {
    type: 'text',
    style: {
      text,
      x,
      y,
      fill: options.colour ?? chartColour.ink,
      fontSize: options.size,
      fontFamily: sansFamily,
      lineHeight: Math.round(options.size * 1.35),
      align: options.align ?? 'left',
      verticalAlign: 'middle',
    },
  }
}

/** The shape of a status, `size` wide, with its upper left corner at x, y. */
export function drawnStatus(status: Status, colour: string, x: number, y: number, size: number): Drawn {
  const inks = { ink: colour, paper: chartColour.paper }
  const children = statusShapes[status].map(
    ({ path, fill, stroke, width, dash }): Drawn => ({
      type: 'path',
      shape: { pathData: path },
      style: {
        fill: fill === 'none' ? 'none' : inks[fill],
        ...(stroke === 'none'
          ? {}
          : { stroke: inks[stroke], lineWidth: width, lineDash: [...dash], lineJoin: 'round' }),
      },
    }),
  )
  return { type: 'group', x, y, scaleX: size / 16, scaleY: size / 16, children }
}

export function drawnLine(
  points: readonly [number, number, number, number],
  colour: string,
  width: number,
  dash: readonly number[] = [],
): Drawn {
  const [x1, y1, x2, y2] = points
  const style = {
    fill: 'none',
    stroke: colour,
    lineWidth: width,
    ...(dash.length === 0 ? {} : { lineDash: [...dash] }),
  }
  return { type: 'line', shape: { x1, y1, x2, y2 }, style }
}

/** A series that draws by hand, once, with the positions that the axes give. */
export function handDrawn(
  draw: (at: (x: number, y: number) => readonly [number, number]) => readonly Drawn[],
  z = 3,
): CustomSeriesOption {
  return {
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    data: [[0, 0]],
    silent: true,
    clip: false,
    z,
    encode: { x: -1, y: -1 },
    renderItem: (_, api) => {
      const at = (x: number, y: number): readonly [number, number] => {
        const [left = 0, top = 0] = api.coord([x, y])
        return [left, top]
      }
      return { type: 'group', children: [...draw(at)] }
    },
  }
}
