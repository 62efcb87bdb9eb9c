import type { Status } from '@xushi/domain'

/** A stroke or a filled figure of a shape, on a field of 16 × 16. */
export type ShapePart = {
  readonly path: string
  /** `ink` is the colour of the status, `paper` what is cut out of it. */
  readonly fill: 'ink' | 'paper' | 'none'
  readonly stroke: 'ink' | 'paper' | 'none'
  readonly width: number
  readonly dash: readonly number[]
}

function filled(path: string): ShapePart {
  return { path, fill: 'ink', stroke: 'none', width: 0, dash: [] }
}

function drawn(path: string, width: number, stroke: 'ink' | 'paper' = 'ink', dash: readonly number[] = []): ShapePart {
  return { path, fill: 'none', stroke, width, dash }
}

function circle(radius: number): string {
  return `M${8 - radius} 8a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`
}

/** The shapes of the pages, one for each status; they tell the statuses apart in black and white. */
export const statusShapes: Readonly<Record<Status, readonly ShapePart[]>> = {
  achieved: [filled(circle(7)), drawn('M4.6 8.2l2.4 2.4 4.5-5', 1.8, 'paper')],
  'on-schedule': [drawn(circle(6), 2), filled(circle(2.4))],
  'slightly-behind': [drawn('M1.8 3.2h12.4L8 13.8z', 1.9)],
  behind: [{ path: 'M1.2 2.6h13.6L8 14.6z', fill: 'ink', stroke: 'ink', width: 1, dash: [] }],
  overdue: [filled('M1 1h14v14h-14z'), drawn('M8 3.6v5.4M8 10.8v1.9', 2.2, 'paper')],
  'not-started': [drawn('M8 1.6L14.4 8 8 14.4 1.6 8z', 1.7)],
  'no-data': [drawn('M2 2h12v12h-12z', 1.7, 'ink', [3, 2])],
  'not-judged': [drawn(circle(6.3), 1.3), drawn('M4.8 8h6.4', 1.6)],
}

/** The shape of a status as a drawing of its own. */
export function statusShapeSvg(status: Status, colour: string): string {
  const inks = { ink: colour, paper: '#ffffff', none: 'none' }
  const parts = statusShapes[status].map(
    ({ path, fill, stroke, width, dash }) =>
      `<path d="${path}" fill="${inks[fill]}" stroke="${inks[stroke]}" stroke-width="${width}" stroke-linejoin="round"` +
      `${dash.length === 0 ? '' : ` stroke-dasharray="${dash.join(' ')}"`}/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">${parts.join('')}</svg>`
}
