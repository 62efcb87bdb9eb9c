import type { FontProbe } from './font-pieces.ts'

/** A picture read as XML, its size as shown, and what proves that its font is there. */
export type Picture = {
  readonly picture: Document
  readonly width: number
  readonly height: number
  readonly probes: readonly FontProbe[]
}

const cell = 24
/** About four seconds of drawing again. */
const mostTries = 240

/**
 * A picture as pixels. Its address holds it whole, since a page of this product may show no other made-up image.
 *
 * A browser calls an image ready before the fonts inside it are. So a strip below the picture, which is cut off, holds one character
 * of each piece of the font; the picture is drawn when all of them have ink.
 *
 * @throws when the font never comes or the picture is larger than the browser can draw
 */
export async function pngOf({ picture, width, height, probes }: Picture): Promise<Blob> {
  const strip = stripOf(probes, width)
  if (probes.length > 0) addStrip(picture, { probes, width, height, ...strip })
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(picture))}`
  await image.decode()
  if (probes.length > 0) await fontsDrawn(image, { probes, width, height, ...strip })
  const { canvas, context } = canvasOf(width, height)
  context.drawImage(image, 0, 0)
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the picture is too large')) : resolve(blob)),
      'image/png',
    )
  })
}

function stripOf(probes: readonly FontProbe[], width: number) {
  const columns = Math.max(1, Math.floor(width / cell))
  return { columns, stripHeight: Math.ceil(probes.length / columns) * cell }
}

type Strip = Omit<Picture, 'picture'> & ReturnType<typeof stripOf>

function addStrip(picture: Document, { probes, width, height, columns, stripHeight }: Strip): void {
  const root = picture.documentElement
  const [, , inner = width] = (root.getAttribute('viewBox') ?? '').split(' ').map(Number)
  const scale = width / inner
  root.setAttribute('height', String(height + stripHeight))
  root.setAttribute('viewBox', `0 0 ${inner} ${(height + stripHeight) / scale}`)
  for (const [index, { character, isBold }] of probes.entries()) {
    const text = picture.createElementNS(root.namespaceURI, 'text')
    text.setAttribute('x', String(((index % columns) * cell + 2) / scale))
    text.setAttribute('y', String((height + (Math.floor(index / columns) + 1) * cell - 6) / scale))
    text.setAttribute('font-size', String(16 / scale))
    text.setAttribute('font-weight', isBold ? '700' : '400')
    text.textContent = character
    root.append(text)
  }
}

async function fontsDrawn(
  image: HTMLImageElement,
  { probes, width, height, columns, stripHeight }: Strip,
): Promise<void> {
  const { context } = canvasOf(width, stripHeight)
  for (let tries = 0; tries < mostTries; tries += 1) {
    context.clearRect(0, 0, width, stripHeight)
    context.drawImage(image, 0, -height)
    const isThere = (index: number) => hasInk(context, (index % columns) * cell, Math.floor(index / columns) * cell)
    if (probes.every((_, index) => isThere(index))) return
    await new Promise(requestAnimationFrame)
  }
  throw new Error('the font of the picture did not come')
}

/** Nothing is painted below the picture but the characters, so what is not clear is one of them. */
function hasInk(context: CanvasRenderingContext2D, x: number, y: number): boolean {
  const { data } = context.getImageData(x, y, cell, cell)
  return data.some((value, index) => index % 4 === 3 && value > 40)
}

function canvasOf(width: number, height: number) {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('this browser has no canvas')
  return { canvas, context }
}
